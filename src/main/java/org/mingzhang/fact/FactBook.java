package org.mingzhang.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactPlace;

/**
 * All facts of a document. Facts of the same account, context and kind whose values agree within
 * what was printed are one, with all places, and the value of the most exact printing; those that
 * do not agree stand once for each value and are disputed.
 *
 * <p>How the document shortens numbers, rounded or cut, is one hypothesis for all of it: the one
 * under which fewer facts are disputed. A fact of which a dimension is not known is joined with its
 * like and disputes none.
 *
 * @param facts the facts in order of their first places
 */
public record FactBook(List<Fact> facts) {
  /** Copies the facts. */
  public FactBook {
    facts = List.copyOf(facts);
  }

  /** What makes two statements speak of the same. */
  private record Key(
      String account,
      FactContext context,
      Fact.Kind kind,
      Fact.@Nullable Reference reference,
      String counted) {

    static Key of(Fact fact) {
      FactContext context = fact.context();
      String code = context.code();
      String item = context.item();
      return new Key(
          fact.account(),
          code != null
              ? context.withItem(null, code)
              : context.withItem(item == null ? null : Chart.normalize(item), null),
          fact.kind(),
          fact.reference(),
          fact.kind() == Fact.Kind.COUNT ? fact.unit() : "");
    }
  }

  /** Joins facts, each of one place or more. */
  public static FactBook join(List<Fact> stated) {
    Map<Key, List<Fact>> groups = new LinkedHashMap<>();
    for (Fact fact : stated) {
      groups.computeIfAbsent(Key.of(fact), k -> new ArrayList<>()).add(fact);
    }
    List<List<Fact>> rounded = new ArrayList<>();
    List<List<Fact>> cut = new ArrayList<>();
    int more = 0;
    for (List<Fact> group : groups.values()) {
      List<Fact> one = joined(group, Interval.Hypothesis.ROUNDED);
      List<Fact> other = one.size() == 1 ? one : joined(group, Interval.Hypothesis.CUT);
      more += one.size() - other.size();
      rounded.add(one);
      cut.add(other);
    }
    return new FactBook(inOrder(stated, more > 0 ? cut : rounded));
  }

  private static List<Fact> inOrder(List<Fact> stated, List<List<Fact>> groups) {
    Map<FactPlace, Integer> order = new LinkedHashMap<>();
    for (Fact fact : stated) {
      order.putIfAbsent(fact.places().getFirst(), order.size());
    }
    return groups.stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(f -> order.getOrDefault(f.places().getFirst(), 0)))
        .toList();
  }

  /** The facts of one account and context, one for each value that the places cannot share. */
  private static List<Fact> joined(List<Fact> group, Interval.Hypothesis hypothesis) {
    if (group.size() == 1) {
      return group;
    }
    List<Integer> exactFirst = new ArrayList<>(IntStream.range(0, group.size()).boxed().toList());
    exactFirst.sort(Comparator.comparing(i -> Interval.step(group.get(i))));
    ValueClusters clusters = new ValueClusters();
    for (int member : exactFirst) {
      clusters.add(member, Interval.of(group.get(member), hypothesis));
    }
    boolean disputed = clusters.members().size() > 1 && known(group.getFirst());
    return clusters.members().stream()
        .map(members -> fact(group, members).withDisputed(disputed))
        .toList();
  }

  private static boolean known(Fact fact) {
    FactContext context = fact.context();
    return context.stage() != null
        && context.fund() != null
        && context.perimeter() != null
        && context.year() != null;
  }

  /**
   * One fact with the value of the most exact printing and all places in reading order.
   *
   * @param members places in the group of the statements of one value, the most exact first
   */
  private static Fact fact(List<Fact> group, List<Integer> members) {
    List<FactPlace> places =
        members.stream().sorted().flatMap(m -> group.get(m).places().stream()).distinct().toList();
    return group
        .get(members.getFirst())
        .withContext(group.getFirst().context())
        .withPlaces(places)
        .withDisputed(false);
  }
}
