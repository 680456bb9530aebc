package org.mingzhang.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.analysis.Pinyin;
import org.mingzhang.analysis.Synonyms;
import org.mingzhang.analysis.Vocabulary;
import org.mingzhang.schema.SuggestionKind;
import org.mingzhang.text.SearchNormalizer;

/**
 * Completions of one moment of the index, found by characters, pinyin and initials, from the
 * beginning of a name or from behind the regions it begins with. Immutable.
 */
final class Suggester {
  private static final int MOST_TEXTS = 30_000;
  private static final int MOST_SCANNED = 20_000;
  private static final int MOST_HEARD = 100;
  private static final Pattern REGION_END = Pattern.compile("[省市区县州旗镇乡]");
  private static final Comparator<Suggestion> HEAVIEST_FIRST =
      Comparator.comparingLong(Suggestion::weight)
          .reversed()
          .thenComparingInt((Suggestion s) -> s.text().length())
          .thenComparing(Suggestion::text);

  private final Suggestion[] suggestions;
  private final String[] folded;
  private final String[] keys;
  private final int[] owners;
  private final Map<String, List<Integer>> byPinyin = new HashMap<>();

  private Suggester(List<Suggestion> heaviestFirst) {
    suggestions = heaviestFirst.toArray(Suggestion[]::new);
    folded = new String[suggestions.length];
    record Key(String text, int owner) {}
    List<Key> all = new ArrayList<>();
    for (int i = 0; i < suggestions.length; i++) {
      folded[i] = SearchNormalizer.fold(suggestions[i].text());
      for (String key : keys(folded[i])) {
        all.add(new Key(key, i));
      }
      byPinyin.computeIfAbsent(Pinyin.full(folded[i]), p -> new ArrayList<>(1)).add(i);
    }
    all.sort(Comparator.comparing(Key::text).thenComparingInt(Key::owner));
    keys = all.stream().map(Key::text).toArray(String[]::new);
    owners = all.stream().mapToInt(Key::owner).toArray();
  }

  /** Reads the texts of an index. */
  static Suggester read(Shards.Held shards) throws IOException {
    Map<String, Suggestion> best = new HashMap<>();
    CompletionTexts texts = new CompletionTexts(shards.shards());
    for (TermCount each = texts.next(); each != null; each = texts.next()) {
      String encoded = each.term();
      long count = each.rows();
      SuggestionKind.of(encoded).ifPresent(kind -> add(best, kind, encoded.substring(1), count));
    }
    addFieldWords(best, shards);
    return new Suggester(heaviest(best.values()));
  }

  /** The heaviest texts in order; sorting hundreds of thousands of names would take seconds. */
  private static List<Suggestion> heaviest(Collection<Suggestion> all) {
    PriorityQueue<Suggestion> lightestFirst = new PriorityQueue<>(HEAVIEST_FIRST.reversed());
    for (Suggestion each : all) {
      if (lightestFirst.size() < MOST_TEXTS) {
        lightestFirst.add(each);
        continue;
      }
      Suggestion lightest = lightestFirst.peek();
      if (lightest != null && HEAVIEST_FIRST.compare(each, lightest) < 0) {
        lightestFirst.poll();
        lightestFirst.add(each);
      }
    }
    return lightestFirst.stream().sorted(HEAVIEST_FIRST).toList();
  }

  /** Words of the field that sections hold, themselves or in words that mean the same. */
  private static void addFieldWords(Map<String, Suggestion> best, Shards.Held shards)
      throws IOException {
    Synonyms synonyms = Synonyms.standard();
    Map<String, Long> sections = sections(synonyms, shards);
    for (String word : Vocabulary.words()) {
      long count = 0;
      for (String meaning : synonyms.of(word)) {
        count = Math.max(count, sections.getOrDefault(meaning, 0L));
      }
      if (count > 0 && word.length() > 1) {
        Suggestion offered = new Suggestion(word, SuggestionKind.PHRASE.id(), count);
        best.merge(word, offered, (a, b) -> a.weight() >= b.weight() ? a : b);
      }
    }
  }

  /** How many sections have each word of the field. */
  private static Map<String, Long> sections(Synonyms synonyms, Shards.Held shards)
      throws IOException {
    Set<String> meanings = new LinkedHashSet<>();
    Vocabulary.words().forEach(word -> meanings.addAll(synonyms.of(word)));
    List<String> asked = List.copyOf(meanings);
    Map<String, Long> sections = new HashMap<>();
    for (List<Long> counts : shards.ask((number, shard) -> shard.sectionsWith(asked))) {
      for (int i = 0; i < asked.size(); i++) {
        sections.merge(asked.get(i), counts.get(i), Long::sum);
      }
    }
    return sections;
  }

  private static void add(
      Map<String, Suggestion> best, SuggestionKind kind, String text, long count) {
    Suggestion offered = new Suggestion(text, kind.id(), count * kind.weight());
    best.merge(text, offered, (a, b) -> a.weight() >= b.weight() ? a : b);
  }

  /** The beginnings by which a text is found: as a whole, and behind each region in it. */
  private static Set<String> keys(String text) {
    Set<String> parts = new LinkedHashSet<>(List.of(text));
    Matcher ends = REGION_END.matcher(text);
    while (ends.find() && ends.end() < text.length()) {
      parts.add(text.substring(ends.end()));
    }
    Set<String> keys = new LinkedHashSet<>(parts);
    for (String part : parts) {
      List<String> syllables = Pinyin.syllables(part);
      keys.add(String.join("", syllables));
      StringBuilder initials = new StringBuilder();
      syllables.forEach(s -> initials.append(s.charAt(0)));
      keys.add(initials.toString());
    }
    keys.remove("");
    return keys;
  }

  /** The heaviest texts that go on from what was typed; then those that contain it. */
  List<Suggestion> suggest(String typed, int most) {
    String prefix = SearchNormalizer.fold(typed);
    if (prefix.isEmpty() || most <= 0) {
      return List.of();
    }
    Set<Integer> chosen = new LinkedHashSet<>(heaviest(prefix, most));
    for (int i = 0; i < Math.min(folded.length, MOST_SCANNED) && chosen.size() < most; i++) {
      if (folded[i].contains(prefix)) {
        chosen.add(i);
      }
    }
    if (chosen.isEmpty() && mixed(prefix)) {
      chosen.addAll(withSound(prefix, most));
    }
    return chosen.stream().map(i -> suggestions[i]).toList();
  }

  /** Whether characters and letters stand side by side: the end of a word is still being typed. */
  private static boolean mixed(String typed) {
    return typed.chars().anyMatch(c -> c < 0x80 && Character.isLetter(c))
        && typed.chars().anyMatch(Character::isIdeographic);
  }

  /** Texts that sound like what was typed and hold its characters. */
  private List<Integer> withSound(String typed, int most) {
    Set<Integer> heard = new LinkedHashSet<>(heaviest(Pinyin.full(typed), MOST_HEARD));
    heard.addAll(heaviest(Pinyin.initials(typed), MOST_HEARD));
    String characters = typed.replaceAll("[^\\p{IsHan}]", "");
    return heard.stream().filter(i -> folded[i].contains(characters)).limit(most).toList();
  }

  /** Owners come heaviest first, so the smallest numbers are the best. */
  private List<Integer> heaviest(String prefix, int most) {
    int from = Arrays.binarySearch(keys, prefix);
    from = from < 0 ? -from - 1 : from;
    while (from > 0 && keys[from - 1].equals(prefix)) {
      from--;
    }
    PriorityQueue<Integer> worstFirst = new PriorityQueue<>(Comparator.reverseOrder());
    Set<Integer> in = new java.util.HashSet<>();
    for (int i = from; i < keys.length && keys[i].startsWith(prefix); i++) {
      int owner = owners[i];
      Integer worst = worstFirst.peek();
      if ((worstFirst.size() < most || (worst != null && owner < worst)) && in.add(owner)) {
        worstFirst.add(owner);
        if (worstFirst.size() > most) {
          in.remove(worstFirst.poll());
        }
      }
    }
    return worstFirst.stream().sorted().toList();
  }

  /** Texts that sound exactly like this one but are written otherwise, heaviest first. */
  List<String> homophones(String text) {
    String plain = SearchNormalizer.fold(text);
    return byPinyin.getOrDefault(Pinyin.full(plain), List.of()).stream()
        .filter(i -> !folded[i].equals(plain))
        .map(i -> suggestions[i].text())
        .toList();
  }
}
