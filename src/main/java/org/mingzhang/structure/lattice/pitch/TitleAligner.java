package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.LatticeCosts;

/**
 * Aligns the words of a header's lines with columns, from left to right. A column takes one word of
 * each of one or more lines, from top to bottom, and may skip single lines between them; or it
 * takes two adjacent words of one line. The words of a column group are taken before those of its
 * columns, which are on lower lines. All words must be taken. The words of one title must have
 * compatible positions, and a word with an exact position must be to the right of all preceding
 * titles. Confined to one thread and one header.
 */
final class TitleAligner {
  /** Maximum number of words on a line of a header. */
  private static final int MAX_WORDS_PER_LINE = 20;

  /** Maximum nesting depth of column groups: 项目 / 科目编码 / 类. */
  private static final int MAX_GROUP_DEPTH = 3;

  /** Maximum number of lines over which the title of a column group is broken. */
  private static final int MAX_GROUP_LINES = 3;

  private final List<FixedPitchLine> lines;
  private final TitleAlignmentCache cache;
  private final TitleSchema schema;
  private final TitlePositionCosts costs;
  private final Map<AlignmentState, AlignmentStep> steps = new HashMap<>();

  /**
   * The cheapest continuation from a state to the end of the header.
   *
   * @param cost its cost
   * @param nextState the next state; null at the end
   * @param title the title taken; null if a column group begins or ends
   */
  private record AlignmentStep(
      double cost, @Nullable AlignmentState nextState, @Nullable FixedPitchTitle title) {}

  /**
   * The column titles of a header from left to right, with the cost of the alignment.
   *
   * @param titles the titles from left to right
   * @param cost cost of the alignment
   */
  record AlignedTitles(List<FixedPitchTitle> titles, double cost) {}

  private TitleAligner(List<FixedPitchLine> lines, TitleAlignmentCache alignmentCache) {
    this.lines = lines;
    this.cache = alignmentCache;
    this.schema = alignmentCache.schema();
    this.costs = new TitlePositionCosts(alignmentCache, lines);
  }

  /**
   * The cheapest alignment of lines; null if there is none, if a line has too many words, or if the
   * states that the cache allows are used up before one is found.
   */
  static @Nullable AlignedTitles align(
      List<FixedPitchLine> lines, TitleAlignmentCache alignmentCache) {
    if (lines.stream().anyMatch(line -> line.words().size() > MAX_WORDS_PER_LINE)
        || lines.stream().allMatch(line -> line.words().isEmpty())) {
      return null;
    }
    TitleAligner alignment = new TitleAligner(lines, alignmentCache);
    AlignmentState start =
        new AlignmentState(Collections.nCopies(lines.size(), 0), 0, false, List.of());
    double cost = alignment.findBestStep(start).cost();
    if (cost >= LatticeCosts.INFINITE_COST) {
      return null;
    }
    List<FixedPitchTitle> titles = new ArrayList<>();
    for (AlignmentState at = start; at != null; ) {
      AlignmentStep step = alignment.findBestStep(at);
      if (step.title() != null) {
        titles.add(step.title());
      }
      at = step.nextState();
    }
    return new AlignedTitles(List.copyOf(titles), cost);
  }

  /**
   * The memoized cheapest step from a state. Its cost is infinite if no alignment follows, or if no
   * further state may be expanded.
   */
  private AlignmentStep findBestStep(AlignmentState state) {
    AlignmentStep known = steps.get(state);
    if (known != null) {
      return known;
    }
    boolean ended = state.openGroups().isEmpty() && areAllWordsTaken(state);
    AlignmentStep best = new AlignmentStep(ended ? 0 : LatticeCosts.INFINITE_COST, null, null);
    if (hasUnreachableWord(state) || !cache.tryUseStateAllowance()) {
      return best;
    }
    best = chooseGroupEndStep(best, state);
    for (int top = state.firstFreeLine(); top < lines.size(); top++) {
      best = chooseTitleStep(best, state, state.takenWordCounts(), List.of(), top, 0);
      best = chooseGroupStartStep(best, state, top);
    }
    steps.put(state, best);
    return best;
  }

  /** The cheaper of a step and the step that ends the innermost column group. */
  private AlignmentStep chooseGroupEndStep(AlignmentStep best, AlignmentState state) {
    if (state.openGroups().isEmpty()
        || state.openGroups().getLast().columnCount() < OpenColumnGroup.MIN_COLUMNS) {
      return best;
    }
    List<OpenColumnGroup> open = state.openGroups();
    double cost = costs.groupTitlePositionCost(open.getLast(), state.endPosition());
    AlignmentState nextState =
        new AlignmentState(
            state.takenWordCounts(),
            state.endPosition(),
            state.hasSides(),
            open.subList(0, open.size() - 1));
    return chooseCheaper(best, cost, nextState, null);
  }

  /**
   * The cheapest of a given step and the steps that begin a column group whose title starts on a
   * line.
   */
  private AlignmentStep chooseGroupStartStep(
      AlignmentStep best, AlignmentState state, int firstLine) {
    AlignmentStep found = best;
    if (state.openGroups().size() >= MAX_GROUP_DEPTH) {
      return found;
    }
    List<Integer> taken = new ArrayList<>(state.takenWordCounts());
    List<FixedPitchWord> words = new ArrayList<>();
    for (int line = firstLine;
        line + 1 < Math.min(lines.size(), firstLine + MAX_GROUP_LINES + 1);
        line++) {
      if (!hasWordsLeft(taken, line)) {
        break;
      }
      words.add(nextWord(taken, line, 0));
      taken.set(line, taken.get(line) + 1);
      OpenColumnGroup group = new OpenColumnGroup(List.copyOf(words), line);
      double own = cache.groupTitleCost(words.stream().map(FixedPitchWord::text).toList());
      boolean isAfter =
          words.stream().anyMatch(w -> w.hasExactPosition() && w.start() < state.endPosition());
      boolean below =
          state.openGroups().isEmpty()
              || (costs.titleCostInGroup(state, group.text()) < LatticeCosts.INFINITE_COST
                  && schema.mayContainGroup(state.openGroups().getLast().text(), group.text()));
      if (own < LatticeCosts.INFINITE_COST && !isAfter && below) {
        List<OpenColumnGroup> open = new ArrayList<>(state.openGroups());
        open.add(group);
        double cost =
            own
                + LatticeCosts.parameter("pitch_group")
                + TitlePositionCosts.separationCost(new FixedPitchTitle(group.words()));
        AlignmentState nextState =
            new AlignmentState(
                List.copyOf(taken), state.endPosition(), state.hasSides(), List.copyOf(open));
        found = chooseCheaper(found, cost, nextState, null);
      }
    }
    return found;
  }

  private AlignmentStep chooseCheaper(
      AlignmentStep best, double cost, AlignmentState nextState, @Nullable FixedPitchTitle title) {
    if (cost >= best.cost()) {
      return best;
    }
    double whole = cost + findBestStep(nextState).cost();
    return whole < best.cost() ? new AlignmentStep(whole, nextState, title) : best;
  }

  /**
   * The cheapest step among the given one and those whose title continues with the next word of a
   * line or of a line below it. One line may be skipped, since a title of two lines may be centered
   * beside a title of three.
   *
   * @param taken number of words taken from each line, including those of the title
   */
  private AlignmentStep chooseTitleStep(
      AlignmentStep best,
      AlignmentState state,
      List<Integer> taken,
      List<FixedPitchWord> words,
      int line,
      double extraCost) {
    if (line >= lines.size() || !hasWordsLeft(taken, line)) {
      return best;
    }
    List<FixedPitchWord> longer = new ArrayList<>(words);
    longer.add(nextWord(taken, line, 0));
    List<Integer> takenWithNext = new ArrayList<>(taken);
    takenWithNext.set(line, taken.get(line) + 1);
    AlignmentStep found = chooseColumnStep(best, state, takenWithNext, longer, extraCost);
    if (words.isEmpty() && hasWordsLeft(takenWithNext, line)) {
      List<FixedPitchWord> two = List.of(longer.getFirst(), nextWord(taken, line, 1));
      List<Integer> further = new ArrayList<>(takenWithNext);
      further.set(line, taken.get(line) + 2);
      found =
          chooseColumnStep(
              found, state, further, two, extraCost + LatticeCosts.parameter("pitch_blank_joins"));
    }
    found = chooseTitleStep(found, state, takenWithNext, longer, line + 1, extraCost);
    return chooseTitleStep(
        found,
        state,
        takenWithNext,
        longer,
        line + 2,
        extraCost + LatticeCosts.parameter("pitch_title_around"));
  }

  /**
   * Whether a word that has not been taken begins to the left of the end of the titles taken, so
   * that no title can take it any more.
   */
  private boolean hasUnreachableWord(AlignmentState state) {
    for (int line = 0; line < lines.size(); line++) {
      if (hasWordsLeft(state.takenWordCounts(), line)) {
        FixedPitchWord word = nextWord(state.takenWordCounts(), line, 0);
        if (word.hasExactPosition() && word.start() < state.endPosition()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a line has words that have not been taken. */
  private boolean hasWordsLeft(List<Integer> taken, int line) {
    return taken.get(line) < lines.get(line).words().size();
  }

  /** The next word of a line, or a later one. */
  private FixedPitchWord nextWord(List<Integer> taken, int line, int skippedWordCount) {
    return lines.get(line).words().get(taken.get(line) + skippedWordCount);
  }

  /**
   * The cheaper of the best step so far and a step that takes words as the title of the next
   * column.
   */
  private AlignmentStep chooseColumnStep(
      AlignmentStep best,
      AlignmentState state,
      List<Integer> taken,
      List<FixedPitchWord> words,
      double extraCost) {
    List<String> groups = state.openGroups().stream().map(OpenColumnGroup::text).toList();
    FixedPitchTitle title = new FixedPitchTitle(groups, List.copyOf(words));
    LineRange range = LineRange.ofNewlyTakenWords(state.takenWordCounts(), taken);
    double cost =
        extraCost
            + costs.titleCost(state, title)
            + TitlePositionCosts.titleBesideGroupCost(state, range);
    if (cost >= Math.min(best.cost(), LatticeCosts.parameter("dearest_pitch_title"))) {
      return best;
    }
    int end =
        Math.max(state.endPosition(), words.stream().mapToInt(FixedPitchWord::end).max().orElse(0));
    boolean side = costs.beginsSide(state, title);
    List<OpenColumnGroup> open = withTitleInOpenGroups(state.openGroups(), title, range, side);
    boolean sides = side || state.hasSides();
    return chooseCheaper(
        best, cost, new AlignmentState(List.copyOf(taken), end, sides, open), title);
  }

  /**
   * Returns the open groups with a title added to each. Its lines are recorded only for the
   * innermost group.
   */
  private static List<OpenColumnGroup> withTitleInOpenGroups(
      List<OpenColumnGroup> openGroups,
      FixedPitchTitle title,
      LineRange lines,
      boolean belongsToSide) {
    List<OpenColumnGroup> withTitle = new ArrayList<>();
    for (OpenColumnGroup group : openGroups) {
      boolean innermost = withTitle.size() + 1 == openGroups.size();
      withTitle.add(group.withColumn(title, innermost ? lines : LineRange.NONE, belongsToSide));
    }
    return List.copyOf(withTitle);
  }

  private boolean areAllWordsTaken(AlignmentState state) {
    for (int line = 0; line < lines.size(); line++) {
      if (hasWordsLeft(state.takenWordCounts(), line)) {
        return false;
      }
    }
    return true;
  }
}
