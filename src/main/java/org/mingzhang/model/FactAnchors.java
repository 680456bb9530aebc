package org.mingzhang.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Names of a document's facts in addresses. They are made of what a fact says, not of its place
 * among the others, so that a link to a fact survives a new reading that finds more of them.
 *
 * @param names one for each fact, in their order, each once
 */
public record FactAnchors(List<String> names) {
  /** Copies the list. */
  public FactAnchors {
    names = List.copyOf(names);
  }

  /** {@code a-1f0a93c2} for each fact of a document. */
  public static FactAnchors of(List<Fact> facts) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Fact fact : facts) {
      String name = "a-" + fingerprint(fact);
      int times = seen.merge(name, 1, Integer::sum);
      names.add(times == 1 ? name : name + "-" + times);
    }
    return new FactAnchors(names);
  }

  private static String fingerprint(Fact fact) {
    FactContext c = fact.context();
    List<Object> said = new ArrayList<>();
    said.add(fact.account());
    said.add(fact.kind().id());
    said.add(fact.value().stripTrailingZeros().toPlainString());
    said.add(String.valueOf(c.item()));
    said.add(String.valueOf(c.code()));
    said.add(label(c.stage() == null ? null : c.stage().label()));
    said.add(label(c.fund() == null ? null : c.fund().label()));
    said.add(label(c.perimeter() == null ? null : c.perimeter().label()));
    said.add(String.valueOf(c.entity()));
    said.add(String.valueOf(c.year()));
    said.add(String.valueOf(c.period()));
    said.add(String.valueOf(c.instant()));
    said.add(String.valueOf(c.basis()));
    Fact.Reference reference = fact.reference();
    if (reference != null) {
      Stage against = reference.stage();
      said.add(label(against == null ? null : against.label()));
      said.add(String.valueOf(reference.year()));
      said.add(String.valueOf(reference.whole()));
    }
    CRC32C crc = new CRC32C();
    for (Object part : said) {
      crc.update(part.toString().getBytes(StandardCharsets.UTF_8));
      crc.update('\n');
    }
    return String.format("%08x", crc.getValue());
  }

  private static String label(@org.jspecify.annotations.Nullable String label) {
    return String.valueOf(label);
  }
}
