package org.mingzhang.web.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.web.render.Labels;

/** The differences between the facts of two versions of a document, by account and context. */
final class FactChanges {
  /** Account and dimensions of a fact, and what kind of value it is. */
  private record Key(
      String account, FactContext context, Fact.Kind kind, Fact.@Nullable RateKind rateOf) {
    static Key of(Fact fact) {
      Fact.ReferenceAmount reference = fact.reference();
      return new Key(
          fact.account(),
          fact.context(),
          fact.kind(),
          reference == null ? null : reference.rateOf());
    }
  }

  private FactChanges() {}

  /**
   * The facts that were added, removed or changed, in the order of the older version, then the
   * added ones. Changes and rates of change say their direction; contradictory values are joined.
   *
   * @param agency the agency of the document, whose name facts about itself need not repeat, or
   *     null
   */
  static List<VersionChanges.LocalizedChange> compare(
      List<Fact> before, List<Fact> after, @Nullable String agency) {
    Map<Key, List<Fact>> old = group(before);
    Map<Key, List<Fact>> now = group(after);
    Set<Key> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(now.keySet());
    List<VersionChanges.LocalizedChange> changes = new ArrayList<>();
    for (Key key : keys) {
      List<Fact> then = old.getOrDefault(key, List.of());
      List<Fact> later = now.getOrDefault(key, List.of());
      if (!signedValues(then).equals(signedValues(later))) {
        changes.add(
            labels ->
                new VersionChanges.Change(
                    describe(key, agency, labels), format(then, labels), format(later, labels)));
      }
    }
    return changes;
  }

  /** The values as printed with their signs, for comparison. */
  private static Set<List<Object>> signedValues(List<Fact> facts) {
    return facts.stream()
        .map(fact -> List.<Object>of(fact.value().signum(), fact.printed(), fact.unit()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<Key, List<Fact>> group(List<Fact> facts) {
    return facts.stream()
        .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
  }

  private static String format(List<Fact> facts, Labels labels) {
    return facts.stream()
        .map(fact -> format(fact, labels))
        .distinct()
        .collect(Collectors.joining(" | "));
  }

  /** A value as printed with its unit; of a change also its direction. */
  private static String format(Fact fact, Labels labels) {
    Fact.ReferenceAmount reference = fact.reference();
    boolean rate =
        fact.kind() == Fact.Kind.RATE
            && (reference == null || reference.rateOf() == Fact.RateKind.CHANGE);
    String printed = fact.printed();
    boolean number = !printed.isEmpty() && Character.isDigit(printed.charAt(0));
    String value = number ? printed + " " + fact.unit() : printed;
    int sign = fact.value().signum();
    if (!number || sign == 0 || (fact.kind() != Fact.Kind.CHANGE && !rate)) {
      return value;
    }
    String direction = sign > 0 ? "changes.up." : "changes.down.";
    return labels.text(direction + (rate ? "rate" : "change"), value);
  }

  private static String describe(Key key, @Nullable String agency, Labels labels) {
    FactContext context = key.context();
    return Stream.of(
            labels.account(key.account()),
            Objects.equals(context.entity(), agency) ? null : context.entity(),
            context.item(),
            context.code(),
            String.join(" · ", labels.slice(context)),
            describeKind(key, labels))
        .filter(words -> words != null && !words.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static @Nullable String describeKind(Key key, Labels labels) {
    if (key.kind() == Fact.Kind.AMOUNT) {
      return null;
    }
    Fact.RateKind rateOf = key.rateOf();
    return key.kind() == Fact.Kind.RATE && rateOf != null
        ? labels.text("changes.rate." + rateOf.id())
        : labels.text("fact.kind." + key.kind().id());
  }
}
