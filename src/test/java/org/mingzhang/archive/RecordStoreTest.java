package org.mingzhang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** An outage of the store is no damage of its records. */
class RecordStoreTest {
  /** What the store does when an object is opened. */
  private interface Opening {
    InputStream open() throws IOException;
  }

  private static RecordStore records(Opening opening) {
    return new RecordStore(
        (ObjectStore)
            Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(),
                new Class<?>[] {ObjectStore.class},
                (proxy, method, arguments) -> opening.open()));
  }

  private static byte[] compressed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write("{\"id\":\"doc\"}".getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static InputStream failing() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new StoreUnavailableException("reset", new IOException("reset"));
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return read();
      }
    };
  }

  @Test
  void a_record_that_cannot_be_opened_or_breaks_off_with_its_store_is_not_judged()
      throws IOException {
    byte[] half = java.util.Arrays.copyOf(compressed(), 12);
    RecordStore unreachable =
        records(
            () -> {
              throw new IOException("no route");
            });
    RecordStore breaking =
        records(() -> new SequenceInputStream(new ByteArrayInputStream(half), failing()));
    for (RecordStore store : new RecordStore[] {unreachable, breaking}) {
      assertThatThrownBy(() -> store.isReadable("a")).isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.readLinks("a")).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void a_short_or_missing_record_is_unreadable() throws IOException {
    byte[] all = compressed();
    byte[] half = java.util.Arrays.copyOf(all, 12);
    assertThat(records(() -> new ByteArrayInputStream(all)).isReadable("a")).isTrue();
    assertThat(records(() -> new ByteArrayInputStream(half)).isReadable("a")).isFalse();
    RecordStore missing =
        records(
            () -> {
              throw new NoSuchFileException("a");
            });
    assertThat(missing.isReadable("a")).isFalse();
  }
}
