package org.mingzhang.web.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.web.address.Language;

class ReloadingValueTest {
  @TempDir Path folder;

  private final AtomicInteger readings = new AtomicInteger();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("zh.properties"), "title=标题\n");
    Files.writeString(folder.resolve("en.properties"), "title=Title\n");
  }

  private ReloadingValue<Integer> reading(Duration pause) {
    return new ReloadingValue<>(folder, pause, from -> readings.incrementAndGet());
  }

  @Test
  void unchanged_folder_is_read_once() {
    ReloadingValue<Integer> value = reading(Duration.ZERO);
    assertThat(value.get()).isEqualTo(1);
    assertThat(value.get()).isEqualTo(1);
  }

  @Test
  void new_and_deleted_files_are_noticed() throws IOException {
    ReloadingValue<Integer> value = reading(Duration.ZERO);
    value.get();
    Files.writeString(folder.resolve("more"), "");
    assertThat(value.get()).isEqualTo(2);
    Files.delete(folder.resolve("more"));
    assertThat(value.get()).isEqualTo(3);
  }

  @Test
  void folder_is_left_alone_during_the_pause() throws IOException {
    ReloadingValue<Integer> value = reading(Duration.ofHours(1));
    value.get();
    Files.writeString(folder.resolve("more"), "");
    assertThat(value.get()).isEqualTo(1);
  }

  @Test
  void changed_message_is_shown() throws IOException {
    Messages messages = Messages.reloading(folder, Duration.ZERO);
    assertThat(messages.get(Language.ENGLISH, "title")).isEqualTo("Title");
    Files.writeString(folder.resolve("en.properties"), "title=New title\n");
    assertThat(messages.get(Language.ENGLISH, "title")).isEqualTo("New title");
    assertThat(messages.get(Language.CHINESE, "title")).isEqualTo("标题");
  }
}
