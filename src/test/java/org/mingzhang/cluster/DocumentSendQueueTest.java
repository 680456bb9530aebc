package org.mingzhang.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Tests that a failure of one document does not end the waiting for the others. */
class DocumentSendQueueTest {
  @Test
  void all_documents_are_awaited_and_all_failures_told() throws IOException {
    Set<String> sent = ConcurrentHashMap.newKeySet();
    CountDownLatch handedOver = new CountDownLatch(1);
    try (DocumentSendQueue queue = new DocumentSendQueue()) {
      for (String id : new String[] {"a", "b", "c", "d"}) {
        boolean fails = id.equals("a") || id.equals("c");
        queue.send(
            id,
            () -> {
              await(handedOver);
              if (fails) {
                throw new IOException(id + " was refused");
              }
              sent.add(id);
            });
      }
      handedOver.countDown();
      assertThatThrownBy(queue::awaitAll)
          .hasMessageMatching("[ac] was refused")
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
      assertThat(sent).containsExactlyInAnyOrder("b", "d");
      queue.awaitAll();
    }
  }

  /** Waits until all documents are handed over, so that none has failed before. */
  private static void await(CountDownLatch handedOver) throws IOException {
    try {
      handedOver.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
