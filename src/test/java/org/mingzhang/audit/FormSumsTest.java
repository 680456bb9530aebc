package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.model.Finding;

/** Sums within tables of many layouts: {@code form/tables.txt} says what must be told of each. */
class FormSumsTest {
  private record Sample(String verdict, List<String> lines) {
    TestDocument document() {
      String[] head = lines.getFirst().substring(3).split("\\|", -1);
      TestDocument document = new TestDocument();
      List<String> rows =
          lines.subList(2, lines.size()).stream().map(l -> l.replace('|', ',')).toList();
      return (head[2].equals("预算") ? document.budget() : document)
          .table(head[0], head[1], lines.get(1).replace('|', ','), rows);
    }

    String words() {
      return lines.getFirst() + " " + verdict;
    }
  }

  @TestFactory
  Stream<DynamicTest> each_table_gives_the_finding_it_should_and_no_other() throws IOException {
    return samples().stream().map(s -> DynamicTest.dynamicTest(s.words(), () -> check(s)));
  }

  private static void check(Sample sample) {
    List<String> told = new ArrayList<>();
    for (Finding finding : new Auditor().audit(sample.document().build())) {
      if (finding.kind() != Finding.Kind.MISSING_TABLE) {
        told.add(finding.rule() + ">" + finding.quote());
      }
    }
    List<String> wanted =
        sample.verdict().equals("right") ? List.of() : List.of(sample.verdict().split(","));
    assertThat(told).containsExactlyInAnyOrderElementsOf(wanted);
  }

  private static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (InputStream in = FormSumsTest.class.getResourceAsStream("form/tables.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String block : all.substring(all.indexOf("\n= ") + 3).split("\n= ", -1)) {
        List<String> lines = block.strip().lines().toList();
        samples.add(new Sample(lines.getFirst(), lines.subList(1, lines.size())));
      }
    }
    return samples;
  }
}
