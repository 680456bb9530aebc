package org.mingzhang.opensearch.plugin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opensearch.action.ActionRequestValidationException;
import org.opensearch.action.support.single.shard.SingleShardRequest;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** Request of a call to one state of a shard. */
final class AskRequest extends SingleShardRequest<AskRequest> {
  /** Name of the call that returns the current state. */
  static final String HOLD = "_hold";

  private final int shard;
  private final String state;
  private final String question;
  private final byte[] arguments;

  /**
   * A question.
   *
   * @param state of the shard; empty where its present one is asked for
   * @param arguments as {@link org.mingzhang.wire.ShardProtocol} has them
   */
  AskRequest(String index, int shard, String state, String question, byte[] arguments) {
    super(index);
    this.shard = shard;
    this.state = state;
    this.question = question;
    this.arguments = arguments;
  }

  AskRequest(StreamInput in) throws IOException {
    super(in);
    shard = in.readVInt();
    state = in.readString();
    question = in.readString();
    arguments = in.readByteArray();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    super.writeTo(out);
    out.writeVInt(shard);
    out.writeString(state);
    out.writeString(question);
    out.writeByteArray(arguments);
  }

  @Override
  public @Nullable ActionRequestValidationException validate() {
    return validateNonNullIndex();
  }

  int shard() {
    return shard;
  }

  String state() {
    return state;
  }

  String question() {
    return question;
  }

  byte[] arguments() {
    return arguments;
  }
}
