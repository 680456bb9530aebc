package org.mingzhang.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Score of an outline compared with the gold record.
 *
 * @param headings headings found in the order of the gold record
 * @param rightBodyCount number of found headings whose body begins as in the gold record
 * @param rightParentCount number of found headings that are below the right heading
 * @param rightTopicCount number of found headings with the right topic
 * @param wantedTopicCount number of found headings that have a topic in the gold record
 */
public record OutlineScore(
    MatchCounts headings,
    int rightBodyCount,
    int rightParentCount,
    int rightTopicCount,
    int wantedTopicCount) {
  private static final int COMPARED_BODY_LENGTH = 20;
  private static final int COMPARED_TITLE_LENGTH = 12;

  static OutlineScore evaluate(JsonNode record, JsonNode gold) {
    List<JsonNode> wanted = withoutItems(GoldAlignment.elements(gold, "sections"));
    List<JsonNode> found =
        withoutOptional(
            withoutItems(GoldAlignment.elements(record, "sections")),
            wanted,
            GoldAlignment.elements(gold, "optional_sections"));
    List<GoldAlignment.Pair> pairs = alignedPairs(found, wanted);
    Map<Integer, Integer> standsFor = new HashMap<>();
    pairs.forEach(p -> standsFor.put(p.foundIndex(), p.wantedIndex()));
    List<@Nullable Integer> foundParents = parentIndices(found);
    List<@Nullable Integer> wantedParents = parentIndices(wanted);
    List<GoldAlignment.Pair> required =
        pairs.stream().filter(p -> !isOptional(wanted.get(p.wantedIndex()))).toList();
    List<GoldAlignment.Pair> topical =
        required.stream().filter(p -> hasTopic(wanted.get(p.wantedIndex()))).toList();
    int free = pairs.size() - required.size();
    int all = (int) wanted.stream().filter(w -> !isOptional(w)).count();
    return new OutlineScore(
        new MatchCounts(required.size(), found.size() - free, all),
        countPairs(
            required, p -> haveSameBody(found.get(p.foundIndex()), wanted.get(p.wantedIndex()))),
        countPairs(
            required,
            p ->
                wanted.get(p.wantedIndex()).path("hard_nesting").asBoolean()
                    || haveSameParent(
                        foundParents.get(p.foundIndex()),
                        wantedParents.get(p.wantedIndex()),
                        standsFor)),
        countPairs(
            topical, p -> haveSameTopic(found.get(p.foundIndex()), wanted.get(p.wantedIndex()))),
        topical.size());
  }

  private static int countPairs(
      List<GoldAlignment.Pair> pairs, Predicate<GoldAlignment.Pair> isRight) {
    return (int) pairs.stream().filter(isRight).count();
  }

  private static boolean isOptional(JsonNode section) {
    return section.path("optional").asBoolean();
  }

  private static boolean hasTopic(JsonNode section) {
    return !section.path("category").asText("").isEmpty() && !section.path("category").isNull();
  }

  private static boolean haveSameParent(
      @Nullable Integer found, @Nullable Integer wanted, Map<Integer, Integer> wantedByFound) {
    return found == null
        ? wanted == null
        : wanted != null && wanted.equals(wantedByFound.get(found));
  }

  private static List<GoldAlignment.Pair> alignedPairs(
      List<JsonNode> found, List<JsonNode> wanted) {
    return GoldAlignment.alignInOrder(
        found, wanted, (f, w) -> TextEquivalence.areSimilar(f, w, "title"));
  }

  private static List<JsonNode> withoutItems(List<JsonNode> sections) {
    return sections.stream().filter(s -> !s.path("item").asBoolean()).toList();
  }

  /**
   * Leaves out found sections that are aligned with no wanted section and whose heading begins like
   * a section that the gold record lists as optional.
   */
  private static List<JsonNode> withoutOptional(
      List<JsonNode> found, List<JsonNode> wanted, List<JsonNode> optionalSections) {
    if (optionalSections.isEmpty()) {
      return found;
    }
    Set<Integer> paired = new HashSet<>();
    alignedPairs(found, wanted).forEach(p -> paired.add(p.foundIndex()));
    List<String> beginnings = new ArrayList<>();
    for (JsonNode n : optionalSections) {
      String title = TextEquivalence.normalize(n, "title");
      String head = title.isEmpty() ? TextEquivalence.normalize(n, "starts_with") : title;
      beginnings.add(head.substring(0, Math.min(COMPARED_TITLE_LENGTH, head.length())));
    }
    List<JsonNode> kept = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      JsonNode section = found.get(i);
      if (paired.contains(i) || beginnings.stream().noneMatch(h -> headingBeginsLike(section, h))) {
        kept.add(section);
      }
    }
    return kept;
  }

  /** Whether the heading of a section, with or without its numeral, begins like an optional one. */
  private static boolean headingBeginsLike(JsonNode section, String beginning) {
    String title = TextEquivalence.normalize(section, "title");
    String numbered = TextEquivalence.normalize(section, "number") + title;
    return !beginning.isEmpty()
        && (title.startsWith(beginning)
            || numbered.startsWith(beginning)
            || (!title.isEmpty()
                && beginning.startsWith(
                    title.substring(0, Math.min(COMPARED_TITLE_LENGTH, title.length())))));
  }

  private static boolean haveSameBody(JsonNode found, JsonNode wanted) {
    String start = TextEquivalence.normalize(wanted, "starts_with");
    return wanted.path("is_table_caption").asBoolean()
        || TextEquivalence.normalize(found, "text")
            .startsWith(start.substring(0, Math.min(COMPARED_BODY_LENGTH, start.length())));
  }

  private static boolean haveSameTopic(JsonNode found, JsonNode wanted) {
    String topic = TextEquivalence.normalize(found, "topic");
    if (topic.equals(TextEquivalence.normalize(wanted, "category"))) {
      return true;
    }
    for (JsonNode other : wanted.path("category_alt")) {
      if (topic.equals(TextEquivalence.normalize(other.asText()))) {
        return true;
      }
    }
    return false;
  }

  private static List<@Nullable Integer> parentIndices(List<JsonNode> sections) {
    Deque<Integer> above = new ArrayDeque<>();
    List<@Nullable Integer> parents = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      int level = sections.get(i).path("level").asInt(1);
      while (!above.isEmpty() && sections.get(above.peek()).path("level").asInt(1) >= level) {
        above.pop();
      }
      parents.add(above.peek());
      above.push(i);
    }
    return parents;
  }
}
