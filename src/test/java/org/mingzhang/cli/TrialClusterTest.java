package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialClusterTest {
  /** A process that has ended and whose input cannot be closed. */
  private static final class BrokenProcess extends Process {
    @Override
    public OutputStream getOutputStream() {
      return new OutputStream() {
        @Override
        public void write(int b) {}

        @Override
        public void close() throws IOException {
          throw new IOException("broken pipe");
        }
      };
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
      return 0;
    }

    @Override
    public int exitValue() {
      return 0;
    }

    @Override
    public void destroy() {}
  }

  @Test
  void all_nodes_end_although_the_input_of_one_cannot_be_closed() throws IOException {
    Process node = new ProcessBuilder("cat").start();
    TrialCluster.end(List.of(new BrokenProcess(), node));
    assertThat(node.isAlive()).isFalse();
  }
}
