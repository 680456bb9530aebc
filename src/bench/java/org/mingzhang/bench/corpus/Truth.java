package org.mingzhang.bench.corpus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mingzhang.text.SearchNormalizer;

/**
 * The exact result of each string search, from a scan of all normalized sections for all strings at
 * once (Aho-Corasick). The ids of up to {@link #MOST_KEPT} sections of a string are kept; others
 * are only counted.
 */
public final class Truth implements Consumer<BenchDocument> {
  /** Largest number of section ids that are kept for a string. */
  public static final int MOST_KEPT = 500;

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private Node failure = this;
    private final List<String> ends = new ArrayList<>();
  }

  private final Node root = new Node();
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Set<String>> sections = new HashMap<>();
  private long characters;

  /** A scan for strings in normal form. */
  public Truth(List<String> strings) {
    for (String string : Set.copyOf(strings)) {
      Node node = root;
      for (int i = 0; i < string.length(); i++) {
        node = node.next.computeIfAbsent(string.charAt(i), c -> new Node());
      }
      node.ends.add(string);
      counts.put(string, 0L);
      sections.put(string, new HashSet<>());
    }
    link();
  }

  private void link() {
    Deque<Node> queue = new ArrayDeque<>(root.next.values());
    root.next.values().forEach(child -> child.failure = root);
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      node.next.forEach(
          (c, child) -> {
            Node failure = node.failure;
            while (failure != root && !failure.next.containsKey(c)) {
              failure = failure.failure;
            }
            child.failure = failure.next.getOrDefault(c, root);
            child.ends.addAll(child.failure.ends);
            queue.add(child);
          });
    }
  }

  /** Scans a document. */
  @Override
  public void accept(BenchDocument document) {
    for (int i = 0; i < document.sectionIds().size(); i++) {
      String text = document.disclosure().sections().get(i).fullText();
      characters += text.length();
      String id = document.id() + "/" + document.sectionIds().get(i);
      for (String found : found(SearchNormalizer.fold(text))) {
        counts.merge(found, 1L, Long::sum);
        Set<String> kept = sections.getOrDefault(found, Set.of());
        if (kept.size() <= MOST_KEPT) {
          kept.add(id);
        }
      }
    }
  }

  private Set<String> found(String text) {
    Set<String> found = new HashSet<>();
    Node node = root;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Node next = node.next.get(c);
      while (next == null && node != root) {
        node = node.failure;
        next = node.next.get(c);
      }
      node = next == null ? root : next;
      found.addAll(node.ends);
    }
    return found;
  }

  /** How many sections contain a string. */
  public long count(String string) {
    return counts.getOrDefault(string, 0L);
  }

  /** The sections that contain a string; empty where there are more than are kept. */
  public Set<String> sections(String string) {
    return count(string) > MOST_KEPT ? Set.of() : sections.getOrDefault(string, Set.of());
  }

  /** Characters scanned. */
  public long characters() {
    return characters;
  }
}
