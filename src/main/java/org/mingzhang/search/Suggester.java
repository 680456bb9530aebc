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
 * Completions for one state of the index, found by characters, pinyin or pinyin initials. Names
 * that start with the typed text, as a whole or after the name of a region within them, come first,
 * then names that contain it. At most the {@link #MAX_SUGGESTIONS} texts with the highest weights
 * are kept. Immutable.
 */
final class Suggester {
  private static final int MAX_SUGGESTIONS = 30_000;
  private static final int MAX_SCANNED_SUGGESTIONS = 20_000;
  private static final int MAX_HOMOPHONES = 100;
  private static final Pattern REGION_END = Pattern.compile("[省市区县州旗镇乡]");
  private static final Comparator<Suggestion> HEAVIEST_FIRST =
      Comparator.comparingLong(Suggestion::weight)
          .reversed()
          .thenComparingInt((Suggestion s) -> s.text().length())
          .thenComparing(Suggestion::text);

  private final Suggestion[] suggestions;
  private final String[] foldedTexts;
  private final String[] sortedKeys;
  private final int[] suggestionIndexes;
  private final Map<String, List<Integer>> suggestionsByPinyin = new HashMap<>();

  private Suggester(List<Suggestion> suggestionsByWeight) {
    suggestions = suggestionsByWeight.toArray(Suggestion[]::new);
    foldedTexts = new String[suggestions.length];
    record Key(String text, int owner) {}
    List<Key> all = new ArrayList<>();
    for (int i = 0; i < suggestions.length; i++) {
      foldedTexts[i] = SearchNormalizer.fold(suggestions[i].text());
      for (String key : lookupKeys(foldedTexts[i])) {
        all.add(new Key(key, i));
      }
      suggestionsByPinyin
          .computeIfAbsent(Pinyin.full(foldedTexts[i]), p -> new ArrayList<>(1))
          .add(i);
    }
    all.sort(Comparator.comparing(Key::text).thenComparingInt(Key::owner));
    sortedKeys = all.stream().map(Key::text).toArray(String[]::new);
    suggestionIndexes = all.stream().mapToInt(Key::owner).toArray();
  }

  /**
   * Builds the suggester from the completion terms of all shards, all of which are read, and from
   * the domain vocabulary.
   */
  static Suggester build(Shards.ShardsSnapshot snapshot) throws IOException {
    Map<String, Suggestion> best = new HashMap<>();
    CompletionTermMerger texts = new CompletionTermMerger(snapshot.shards());
    for (TermCount each = texts.next(); each != null; each = texts.next()) {
      String encoded = each.term();
      long count = each.rows();
      SuggestionKind.findOfTerm(encoded)
          .ifPresent(kind -> addSuggestion(best, kind, encoded.substring(1), count));
    }
    addVocabulary(best, snapshot);
    return new Suggester(topWeighted(best.values()));
  }

  /**
   * The {@link #MAX_SUGGESTIONS} texts with the highest weights, highest first. Uses a bounded
   * queue, since sorting hundreds of thousands of names would take seconds.
   */
  private static List<Suggestion> topWeighted(Collection<Suggestion> suggestions) {
    PriorityQueue<Suggestion> lightestFirst = new PriorityQueue<>(HEAVIEST_FIRST.reversed());
    for (Suggestion each : suggestions) {
      if (lightestFirst.size() < MAX_SUGGESTIONS) {
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

  /** Adds domain vocabulary that occurs in sections, directly or as a synonym. */
  private static void addVocabulary(
      Map<String, Suggestion> bestByText, Shards.ShardsSnapshot snapshot) throws IOException {
    Synonyms synonyms = Synonyms.standard();
    Map<String, Long> sections = sectionCounts(synonyms, snapshot);
    for (String word : Vocabulary.words()) {
      long count = 0;
      for (String meaning : synonyms.expand(word)) {
        count = Math.max(count, sections.getOrDefault(meaning, 0L));
      }
      if (count > 0 && word.length() > 1) {
        Suggestion candidate = new Suggestion(word, SuggestionKind.PHRASE.id(), count);
        bestByText.merge(word, candidate, (a, b) -> a.weight() >= b.weight() ? a : b);
      }
    }
  }

  /**
   * The number of sections that contain each word of the domain vocabulary and each of its
   * synonyms.
   */
  private static Map<String, Long> sectionCounts(Synonyms synonyms, Shards.ShardsSnapshot snapshot)
      throws IOException {
    Set<String> meanings = new LinkedHashSet<>();
    Vocabulary.words().forEach(word -> meanings.addAll(synonyms.expand(word)));
    List<String> words = List.copyOf(meanings);
    Map<String, Long> sections = new HashMap<>();
    for (List<Long> counts : snapshot.callAll((number, shard) -> shard.sectionCounts(words))) {
      for (int i = 0; i < words.size(); i++) {
        sections.merge(words.get(i), counts.get(i), Long::sum);
      }
    }
    return sections;
  }

  private static void addSuggestion(
      Map<String, Suggestion> bestByText, SuggestionKind kind, String text, long count) {
    Suggestion candidate = new Suggestion(text, kind.id(), count * kind.weight());
    bestByText.merge(text, candidate, (a, b) -> a.weight() >= b.weight() ? a : b);
  }

  /**
   * The lookup keys of a text: characters, pinyin and initials of the whole text and of the part
   * after each region name.
   */
  private static Set<String> lookupKeys(String text) {
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

  /**
   * The best texts that start with the typed one, in characters, pinyin or initials, as a whole or
   * after the name of a region; then those of the {@link #MAX_SCANNED_SUGGESTIONS} best texts that
   * contain it. If there are no such texts and the last word is being typed in pinyin, texts that
   * sound like the typed one. Empty if nothing is typed.
   */
  List<Suggestion> suggest(String typed, int limit) {
    String prefix = SearchNormalizer.fold(typed);
    if (prefix.isEmpty() || limit <= 0) {
      return List.of();
    }
    Set<Integer> chosen = new LinkedHashSet<>(topNumbersWithPrefix(prefix, limit));
    for (int i = 0;
        i < Math.min(foldedTexts.length, MAX_SCANNED_SUGGESTIONS) && chosen.size() < limit;
        i++) {
      if (foldedTexts[i].contains(prefix)) {
        chosen.add(i);
      }
    }
    if (chosen.isEmpty() && mixesChineseAndLatin(prefix)) {
      chosen.addAll(findHomophonous(prefix, limit));
    }
    return chosen.stream().map(i -> suggestions[i]).toList();
  }

  /**
   * Whether a text contains both Chinese characters and Latin letters, which happens while the
   * pinyin of the last word is being typed.
   */
  private static boolean mixesChineseAndLatin(String typed) {
    return typed.chars().anyMatch(c -> c < 0x80 && Character.isLetter(c))
        && typed.chars().anyMatch(Character::isIdeographic);
  }

  /**
   * The numbers of suggestions with a lookup key that starts with the pinyin or the initials of the
   * typed text, and which contain its Chinese characters. Only the best {@link #MAX_HOMOPHONES}
   * suggestions of either kind of key are examined.
   */
  private List<Integer> findHomophonous(String typed, int limit) {
    Set<Integer> matches =
        new LinkedHashSet<>(topNumbersWithPrefix(Pinyin.full(typed), MAX_HOMOPHONES));
    matches.addAll(topNumbersWithPrefix(Pinyin.initials(typed), MAX_HOMOPHONES));
    String characters = typed.replaceAll("[^\\p{IsHan}]", "");
    return matches.stream().filter(i -> foldedTexts[i].contains(characters)).limit(limit).toList();
  }

  /**
   * The numbers of the best suggestions with a prefix. Suggestions are numbered by descending
   * weight, so smaller numbers are better.
   */
  private List<Integer> topNumbersWithPrefix(String prefix, int limit) {
    int from = Arrays.binarySearch(sortedKeys, prefix);
    from = from < 0 ? -from - 1 : from;
    while (from > 0 && sortedKeys[from - 1].equals(prefix)) {
      from--;
    }
    PriorityQueue<Integer> worstFirst = new PriorityQueue<>(Comparator.reverseOrder());
    Set<Integer> owned = new java.util.HashSet<>();
    for (int i = from; i < sortedKeys.length && sortedKeys[i].startsWith(prefix); i++) {
      int owner = suggestionIndexes[i];
      Integer worst = worstFirst.peek();
      if ((worstFirst.size() < limit || (worst != null && owner < worst)) && owned.add(owner)) {
        worstFirst.add(owner);
        if (worstFirst.size() > limit) {
          owned.remove(worstFirst.poll());
        }
      }
    }
    return worstFirst.stream().sorted().toList();
  }

  /** Texts with the same pinyin as this one but other characters, highest weight first. */
  List<String> homophones(String text) {
    String normalized = SearchNormalizer.fold(text);
    return suggestionsByPinyin.getOrDefault(Pinyin.full(normalized), List.of()).stream()
        .filter(i -> !foldedTexts[i].equals(normalized))
        .map(i -> suggestions[i].text())
        .toList();
  }
}
