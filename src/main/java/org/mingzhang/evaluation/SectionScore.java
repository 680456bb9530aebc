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
import org.jspecify.annotations.Nullable;

/**
 * How well an outline agrees with the gold one.
 *
 * @param headings headings found, in order
 * @param body how many of them have the right beginning of their body
 * @param parent how many stand under the right heading
 * @param topic how many have the right topic
 * @param topics how many have a topic in the gold record
 */
public record SectionScore(Counts headings, int body, int parent, int topic, int topics) {
  private static final int BEGINNING = 20;
  private static final int HEAD = 12;

  static SectionScore of(JsonNode out, JsonNode gold) {
    List<JsonNode> wanted = withoutItems(Pairing.elements(gold, "sections"));
    List<JsonNode> found = withoutItems(Pairing.elements(out, "sections"));
    found = withoutNeutral(found, wanted, Pairing.elements(gold, "optional_sections"));
    List<Pairing.Pair> pairs = pairs(found, wanted);
    Map<Integer, Integer> standsFor = new HashMap<>();
    pairs.forEach(p -> standsFor.put(p.found(), p.wanted()));
    List<@Nullable Integer> foundParents = parents(found);
    List<@Nullable Integer> wantedParents = parents(wanted);
    int free = 0;
    int body = 0;
    int parent = 0;
    int topic = 0;
    int topics = 0;
    for (Pairing.Pair pair : pairs) {
      JsonNode mine = found.get(pair.found());
      JsonNode theirs = wanted.get(pair.wanted());
      if (theirs.path("optional").asBoolean()) {
        free++;
        continue;
      }
      body += bodyAgrees(mine, theirs) ? 1 : 0;
      Integer above = foundParents.get(pair.found());
      Integer wantedAbove = wantedParents.get(pair.wanted());
      boolean nested =
          above == null
              ? wantedAbove == null
              : wantedAbove != null && wantedAbove.equals(standsFor.get(above));
      parent += nested || theirs.path("hard_nesting").asBoolean() ? 1 : 0;
      if (!theirs.path("category").asText("").isEmpty() && !theirs.path("category").isNull()) {
        topics++;
        topic += topicAgrees(mine, theirs) ? 1 : 0;
      }
    }
    int optional = (int) wanted.stream().filter(w -> w.path("optional").asBoolean()).count();
    return new SectionScore(
        new Counts(pairs.size() - free, found.size() - free, wanted.size() - optional),
        body,
        parent,
        topic,
        topics);
  }

  private static List<Pairing.Pair> pairs(List<JsonNode> found, List<JsonNode> wanted) {
    return Pairing.inOrder(found, wanted, (f, w) -> Likeness.similar(f, w, "title"));
  }

  private static List<JsonNode> withoutItems(List<JsonNode> sections) {
    return sections.stream().filter(s -> !s.path("item").asBoolean()).toList();
  }

  /** Headings that an annotator may have left out count for nothing. */
  private static List<JsonNode> withoutNeutral(
      List<JsonNode> found, List<JsonNode> wanted, List<JsonNode> neutral) {
    if (neutral.isEmpty()) {
      return found;
    }
    Set<Integer> paired = new HashSet<>();
    pairs(found, wanted).forEach(p -> paired.add(p.found()));
    List<String> heads = new ArrayList<>();
    for (JsonNode n : neutral) {
      String title = Likeness.plain(n, "title");
      String head = title.isEmpty() ? Likeness.plain(n, "starts_with") : title;
      heads.add(head.substring(0, Math.min(HEAD, head.length())));
    }
    List<JsonNode> kept = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      JsonNode section = found.get(i);
      if (paired.contains(i) || heads.stream().noneMatch(h -> begins(section, h))) {
        kept.add(section);
      }
    }
    return kept;
  }

  private static boolean begins(JsonNode section, String head) {
    String title = Likeness.plain(section, "title");
    String numbered = Likeness.plain(section, "number") + title;
    return !head.isEmpty()
        && (title.startsWith(head)
            || numbered.startsWith(head)
            || (!title.isEmpty()
                && head.startsWith(title.substring(0, Math.min(HEAD, title.length())))));
  }

  private static boolean bodyAgrees(JsonNode mine, JsonNode theirs) {
    String start = Likeness.plain(theirs, "starts_with");
    return theirs.path("is_table_caption").asBoolean()
        || Likeness.plain(mine, "text")
            .startsWith(start.substring(0, Math.min(BEGINNING, start.length())));
  }

  private static boolean topicAgrees(JsonNode mine, JsonNode theirs) {
    String topic = Likeness.plain(mine, "topic");
    if (topic.equals(Likeness.plain(theirs, "category"))) {
      return true;
    }
    for (JsonNode other : theirs.path("category_alt")) {
      if (topic.equals(Likeness.plain(other.asText()))) {
        return true;
      }
    }
    return false;
  }

  private static List<@Nullable Integer> parents(List<JsonNode> sections) {
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
