package org.mingzhang.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.EditionGroup;
import org.mingzhang.model.PublicationInfo;
import org.mingzhang.schema.DocumentIndexAttributes;
import org.mingzhang.shard.RandomDisclosures;

class IndexableDocumentTest {
  private static final String NO_FINDINGS = "\"acrossFindings\":[]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | true",
        "[{\"rule\":\"sum\"}] | false",
        "[{\"rule\":\"sum\",\"kind\":\"none\",\"severity\":\"none\"}] | false",
        "[7] | false"
      })
  void a_malformed_finding_is_a_malformed_document(String findings, boolean valid)
      throws IOException {
    Disclosure disclosure = new RandomDisclosures(new Random(5)).next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new IndexableDocument(
            "d",
            disclosure,
            disclosure.sections().stream().map(s -> "").toList(),
            List.of(),
            new DocumentIndexAttributes(EditionGroup.NONE, 1, PublicationInfo.UNKNOWN))
        .write(out);
    String json = out.toString(StandardCharsets.UTF_8);
    assertThat(json).contains(NO_FINDINGS);
    byte[] changed =
        json.replace(NO_FINDINGS, "\"acrossFindings\":" + findings)
            .getBytes(StandardCharsets.UTF_8);
    if (valid) {
      assertThat(IndexableDocument.read(new ByteArrayInputStream(changed)).id()).isEqualTo("d");
    } else {
      assertThatThrownBy(() -> IndexableDocument.read(new ByteArrayInputStream(changed)))
          .isInstanceOf(IOException.class);
    }
  }
}
