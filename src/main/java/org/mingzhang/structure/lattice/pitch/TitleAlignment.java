package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.CostModel;

/**
 * Aligns the words of a header's lines as sequences: a column takes at most one word of each line,
 * of lines that follow each other or of the two around one, in order from left to right; the words
 * of a column from above are its title. All words must be taken. Places of words of one title
 * agree, and a word with an exact place stands right of all of the titles before it. Confined to
 * one thread and one header.
 */
final class TitleAlignment {
  /** More words on a line than a header has. */
  private static final int MOST_WORDS = 20;

  /** More ways to take words than the lines of a header leave open. */
  private static final int MOST_STATES = 12_000;

  private final List<PitchLine> lines;
  private final TitleSchema schema;
  private final Map<List<Integer>, Step> steps = new HashMap<>();

  /**
   * The cheapest way on from a state.
   *
   * @param cost its cost
   * @param next the state behind its first title
   * @param title that title; null at the end
   */
  private record Step(double cost, List<Integer> next, @Nullable PitchTitle title) {}

  /**
   * The titles of a header.
   *
   * @param titles the titles from left to right
   * @param cost what the alignment costs
   */
  record Alignment(List<PitchTitle> titles, double cost) {}

  private TitleAlignment(List<PitchLine> lines, TitleSchema schema) {
    this.lines = lines;
    this.schema = schema;
  }

  /** The cheapest alignment of lines; null where there is none. */
  static @Nullable Alignment of(List<PitchLine> lines, TitleSchema schema) {
    if (lines.stream().anyMatch(line -> line.words().size() > MOST_WORDS)) {
      return null;
    }
    TitleAlignment alignment = new TitleAlignment(lines, schema);
    List<Integer> state = Collections.nCopies(lines.size(), 0);
    double cost = alignment.step(state).cost();
    if (cost >= CostModel.NEVER) {
      return null;
    }
    List<PitchTitle> titles = new ArrayList<>();
    for (Step step = alignment.step(state); step.title() != null; ) {
      titles.add(step.title());
      step = alignment.step(step.next());
    }
    return new Alignment(List.copyOf(titles), cost);
  }

  /** The cheapest way on from a state: the number of words taken of each line. */
  private Step step(List<Integer> state) {
    Step known = steps.get(state);
    if (known != null) {
      return known;
    }
    Step best = new Step(ended(state) ? 0 : CostModel.NEVER, state, null);
    if (steps.size() > MOST_STATES) {
      return best;
    }
    for (int top = 0; top < lines.size(); top++) {
      best = withTitle(best, state, state, List.of(), top, 0);
    }
    steps.put(state, best);
    return best;
  }

  /**
   * The best of a step and of those whose title goes on with the next word of a line, further lines
   * below it, or lines of which one is passed over: a title of two lines is centred beside one of
   * three.
   *
   * @param uncommitted the state with the words of the title taken
   */
  private Step withTitle(
      Step best,
      List<Integer> state,
      List<Integer> taken,
      List<PitchWord> words,
      int line,
      double more) {
    if (line >= lines.size() || !left(state, line)) {
      return best;
    }
    List<PitchWord> longer = new ArrayList<>(words);
    longer.add(word(state, line, 0));
    List<Integer> next = new ArrayList<>(taken);
    next.set(line, state.get(line) + 1);
    Step found = cheaper(best, state, next, longer, more);
    if (words.isEmpty() && left(next, line)) {
      List<PitchWord> two = List.of(longer.getFirst(), word(state, line, 1));
      List<Integer> further = new ArrayList<>(next);
      further.set(line, state.get(line) + 2);
      found = cheaper(found, state, further, two, more + CostModel.limit("pitch_blank_joins"));
    }
    found = withTitle(found, state, next, longer, line + 1, more);
    return withTitle(
        found, state, next, longer, line + 2, more + CostModel.limit("pitch_title_around"));
  }

  /** Whether a line has words that are not taken. */
  private boolean left(List<Integer> state, int line) {
    return state.get(line) < lines.get(line).words().size();
  }

  /** The next word of a line, or one behind it. */
  private PitchWord word(List<Integer> state, int line, int further) {
    return lines.get(line).words().get(state.get(line) + further);
  }

  private Step cheaper(
      Step best, List<Integer> state, List<Integer> next, List<PitchWord> words, double more) {
    PitchTitle title = new PitchTitle(List.copyOf(words));
    double cost = more + cost(state, title);
    if (cost >= best.cost()) {
      return best;
    }
    List<Integer> to = List.copyOf(next);
    double whole = cost + step(to).cost();
    return whole < best.cost() ? new Step(whole, to, title) : best;
  }

  private boolean ended(List<Integer> state) {
    for (int line = 0; line < lines.size(); line++) {
      if (left(state, line)) {
        return false;
      }
    }
    return true;
  }

  private double cost(List<Integer> state, PitchTitle title) {
    int taken = taken(state);
    for (PitchWord word : title.words()) {
      if (word.placed() && taken > 0 && word.start() <= taken) {
        return CostModel.NEVER;
      }
    }
    double own = schema.cost(title.text(), taken == 0);
    int behind =
        title.words().stream()
            .mapToInt(word -> word.placed() ? 0 : Math.max(0, taken - word.start()))
            .sum();
    return own >= CostModel.NEVER
        ? own
        : own
            + CostModel.limit("pitch_title")
            + behind * CostModel.limit("pitch_drift")
            + apart(title);
  }

  /** What it costs that the words of a title stand apart; a word without a place may drift. */
  private static double apart(PitchTitle title) {
    PitchSpan span = title.span();
    int off = 0;
    int drift = 0;
    for (PitchWord word : title.words()) {
      boolean beyond = span.known() && word.start() >= span.end();
      off += word.placed() ? 0 : beyond ? word.start() - span.end() + 1 : 0;
      for (PitchWord other : title.words()) {
        boolean both = word.placed() && other.placed();
        int apart = Math.max(0, other.start() - word.end());
        off += both ? apart : 0;
        drift += both ? 0 : apart;
      }
    }
    return off * CostModel.limit("pitch_apart") + drift * CostModel.limit("pitch_drift");
  }

  /** Place behind all words taken. */
  private int taken(List<Integer> state) {
    int end = 0;
    for (int line = 0; line < lines.size(); line++) {
      int last = state.get(line) - 1;
      end = last < 0 ? end : Math.max(end, lines.get(line).words().get(last).end());
    }
    return end;
  }
}
