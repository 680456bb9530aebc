package org.mingzhang.opensearch.plugin;

import java.io.IOException;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.StreamOutput;

/** Result of a call, encoded by {@link org.mingzhang.wire.ShardProtocol}. */
final class AskResponse extends ActionResponse {
  private final byte[] answer;

  AskResponse(byte[] answer) {
    this.answer = answer;
  }

  AskResponse(StreamInput in) throws IOException {
    super(in);
    answer = in.readByteArray();
  }

  @Override
  public void writeTo(StreamOutput out) throws IOException {
    out.writeByteArray(answer);
  }

  byte[] answer() {
    return answer;
  }
}
