package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.Seed;
import org.mingzhang.web.admin.Administration;

class UploadNameSanitizerTest {
  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd,passwd",
    "C:\\temp\\决算.pdf,决算.pdf",
    ".hidden.pdf,hidden.pdf",
    "a:b*c?.pdf,abc.pdf",
    "~$决算.docx,$决算.docx"
  })
  void a_name_keeps_its_last_part_only(String offered, String kept) throws Exception {
    assertThat(UploadNameSanitizer.sanitize(offered)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "..", "a/..", "/", "_metadata.yaml", "x/決算.YML", "\u202e", "\n", "\ud83d"})
  void what_is_no_name_of_a_document_is_refused(String offered) {
    assertThatThrownBy(() -> UploadNameSanitizer.sanitize(offered))
        .isInstanceOf(Administration.ActionRefusedException.class);
  }

  @Test
  void a_long_name_is_cut_in_its_middle_to_what_a_file_system_takes() throws Exception {
    String name = UploadNameSanitizer.sanitize("决算😀".repeat(10_000) + ".pdf");
    assertThat(name).startsWith("决算😀决算").endsWith(".pdf");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(190, 200);
    assertThat(UploadNameSanitizer.sanitize("x".repeat(150_000))).hasSize(200);
  }

  @Test
  void no_name_whatever_leaves_its_folder_or_is_one_that_cannot_be_written() {
    long seed = Seed.next();
    Random random = new Random(seed);
    String alphabet = "a./\\~:\u0000\n\u0085\u202e决 .\ud83d\ude00";
    Path folder = Path.of("/data/uploads");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        name.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        String kept = UploadNameSanitizer.sanitize(name.toString());
        Path file = folder.resolve(kept).normalize();
        assertThat(file.getParent()).as("seed %s: %s", seed, name).isEqualTo(folder);
        assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
            .as("seed %s", seed)
            .isEqualTo(kept);
      } catch (Administration.ActionRefusedException refused) {
        assertThat(refused.status()).isEqualTo(400);
      }
    }
  }
}
