package org.mingzhang.opensearch.plugin;

import org.opensearch.action.ActionType;

/** Transport action of a call to one shard; its name is the permission that it needs. */
final class AskAction extends ActionType<AskResponse> {
  static final String NAME = "indices:data/read/mingzhang/ask";
  static final AskAction INSTANCE = new AskAction();

  private AskAction() {
    super(NAME, AskResponse::new);
  }
}
