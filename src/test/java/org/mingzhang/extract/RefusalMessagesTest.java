package org.mingzhang.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.extract.FileRefusedException.Reason;

class RefusalMessagesTest {
  private static final Path FILE = Path.of("/srv/originals/ab12");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "null",
      value = {
        "null; damaged: its content is not valid",
        "java.lang.NullPointerException; damaged: its content is not valid",
        "java.util.zip.ZipException: invalid block; damaged: invalid block",
        "/srv/originals/ab12 is no archive; damaged: the file is no archive",
        "cannot read /var/tmp/mingzhang-archive12/member: cut off; damaged: cannot read a temporary file: cut off",
        "Part /word/document.xml is missing; damaged: Part /word/document.xml is missing",
      })
  void a_message_names_neither_classes_nor_paths(@Nullable String message, String expected) {
    assertThat(line(message)).isEqualTo(expected);
  }

  private static String line(@Nullable String message) {
    RefusalMessages refusals = new RefusalMessages();
    FileRefusedException refused = refusals.refusalFor(new IOException(message));
    assertThat(refused.reason()).isEqualTo(Reason.DAMAGED);
    return refusals.toLine(refused, FILE);
  }
}
