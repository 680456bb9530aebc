package org.mingzhang.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.web.admin.Administration;

class LocalAdministrationTest {
  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd,passwd",
    "C:\\temp\\决算.pdf,决算.pdf",
    ".hidden.pdf,hidden.pdf",
    "a:b*c?.pdf,abc.pdf",
    "~$决算.docx,$决算.docx"
  })
  void a_name_keeps_its_last_part_only(String offered, String kept) throws Exception {
    assertThat(LocalAdministration.plainName(offered)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/..", "/", "_metadata.yaml", "x/決算.YML", "\u202e", "\n"})
  void what_is_no_name_of_a_document_is_refused(String offered) {
    assertThatThrownBy(() -> LocalAdministration.plainName(offered))
        .isInstanceOf(Administration.RefusedException.class);
  }

  @Test
  void no_name_whatever_leaves_its_folder() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String alphabet = "a./\\~:\u0000\n\u202e决 .";
    Path folder = Path.of("/data/uploads");
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        name.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        Path file = folder.resolve(LocalAdministration.plainName(name.toString())).normalize();
        assertThat(file.getParent()).as("seed %s: %s", seed, name).isEqualTo(folder);
      } catch (Administration.RefusedException refused) {
        assertThat(refused.status()).isEqualTo(400);
      }
    }
  }
}
