package org.mingzhang.opensearch.plugin;

import org.opensearch.action.ActionType;

/** A question to one shard; the name by which a user may be allowed to ask. */
final class AskAction extends ActionType<AskResponse> {
  static final String NAME = "indices:data/read/mingzhang/ask";
  static final AskAction INSTANCE = new AskAction();

  private AskAction() {
    super(NAME, AskResponse::new);
  }
}
