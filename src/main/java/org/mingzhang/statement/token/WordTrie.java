package org.mingzhang.statement.token;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trie that finds the longest word at an offset of a text. Not modified after it has been filled.
 *
 * @param <T> value of a word
 */
public final class WordTrie<T> {
  private final Node<T> root = new Node<>();

  /** Adds a word. If the word was added before, it keeps its first value. */
  void add(String word, T value) {
    Node<T> node = root;
    for (int i = 0; i < word.length(); i++) {
      node = node.nextNodes.computeIfAbsent(word.charAt(i), c -> new Node<>());
    }
    if (node.value == null) {
      node.value = value;
    }
  }

  /**
   * The longest word that begins at {@code from} and ends at {@code limit} or before; null if there
   * is none.
   */
  public @Nullable Match<T> findLongestMatch(String text, int from, int limit) {
    Node<T> node = root;
    Match<T> best = null;
    for (int i = from; i < limit; i++) {
      node = node.nextNodes.get(text.charAt(i));
      if (node == null) {
        break;
      }
      T value = node.value;
      if (value != null) {
        best = new Match<>(i + 1, value);
      }
    }
    return best;
  }

  /**
   * The longest word found at an offset, with its end and its value.
   *
   * @param end offset after the word
   * @param value its value
   */
  public record Match<T>(int end, T value) {}

  /** A node: the characters that may follow, and the value of the word that ends here, if any. */
  private static final class Node<T> {
    private final Map<Character, Node<T>> nextNodes = new HashMap<>(2);
    private @Nullable T value;
  }
}
