package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.CostModel;

/**
 * Aligns the words of a header's lines with columns, as sequences from left to right. A column
 * takes at most one word of each line, from consecutive lines or from the two lines around one; its
 * words from top to bottom are its title. The words of a column group are taken before those of its
 * columns, which are then on lower lines. All words must be taken. The positions of the words of
 * one title agree, and a word with an exact position is right of all titles before it. Confined to
 * one thread and one header.
 */
final class TitleAlignment {
  /** Maximum number of words on a line; a header has fewer. */
  private static final int MAX_WORDS = 20;

  /** Maximum number of column groups inside each other: 项目 / 科目编码 / 类. */
  private static final int MAX_GROUPS = 3;

  /** Maximum number of lines over which the title of a column group is broken. */
  private static final int MAX_GROUP_LINES = 3;

  private static final int MIN_IN_GROUP = 2;

  private final List<PitchLine> lines;
  private final TitleSearch search;
  private final TitleSchema schema;
  private final Map<State, Step> steps = new HashMap<>();

  /**
   * A state of the search.
   *
   * @param taken number of words taken of each line
   * @param end the position after all titles taken
   * @param sides whether the columns belong to sides
   * @param open the column groups whose last column is not taken yet, outermost first
   */
  private record State(List<Integer> taken, int end, boolean sides, List<Group> open) {
    /** The first line from which the next title may take words. */
    int firstFreeLine() {
      return open.isEmpty() ? 0 : open.getLast().bottom() + 1;
    }
  }

  /**
   * A column group.
   *
   * @param words the words of its title
   * @param bottom the last line of its title
   * @param start the place at which its first column begins; negative before that is taken
   * @param columns number of its columns taken, at most {@link #MIN_IN_GROUP}
   * @param side whether it is a side of the table
   * @param firstTitle the title of its first column, which none of its other columns has
   * @param firstLines the lines of that title; none if it is in a group inside of this one
   */
  private record Group(
      List<PitchWord> words,
      int bottom,
      int start,
      int columns,
      boolean side,
      String firstTitle,
      LineRange firstLines) {
    Group(List<PitchWord> words, int bottom) {
      this(words, bottom, -1, 0, false, "", LineRange.NONE);
    }

    Group withTitle(PitchTitle title, LineRange lines, boolean sides) {
      int first = title.words().stream().mapToInt(PitchWord::start).min().orElse(0);
      int count = Math.min(MIN_IN_GROUP, columns + 1);
      return columns == 0
          ? new Group(words, bottom, first, count, side || sides, title.text(), lines)
          : new Group(words, bottom, start, count, side || sides, firstTitle, firstLines);
    }

    String text() {
      return words.stream().map(PitchWord::text).collect(Collectors.joining());
    }

    /** Of numbers alone, since states are looked up often. */
    @Override
    public int hashCode() {
      int place = 31 * (31 * words.getFirst().start() + bottom) + start;
      return 31 * (31 * place + columns) + firstLines.top();
    }
  }

  /**
   * The lines that a title is on.
   *
   * @param top index of the first
   * @param bottom index of the last
   */
  private record LineRange(int top, int bottom) {
    static final LineRange NONE = new LineRange(-1, -1);

    /** The lines of which more words are taken than before. */
    static LineRange between(List<Integer> before, List<Integer> taken) {
      LineRange found = NONE;
      for (int line = 0; line < taken.size(); line++) {
        if (taken.get(line) > before.get(line)) {
          found = new LineRange(found.top < 0 ? line : found.top, line);
        }
      }
      return found;
    }

    boolean overlaps(LineRange other) {
      return top <= other.bottom && other.top <= bottom;
    }
  }

  /**
   * The cheapest way on from a state.
   *
   * @param cost its cost
   * @param next the next state; null at the end
   * @param title the title taken; null if a column group begins or ends
   */
  private record Step(double cost, @Nullable State next, @Nullable PitchTitle title) {}

  /**
   * The titles of a header.
   *
   * @param titles the titles from left to right
   * @param cost cost of the alignment
   */
  record Alignment(List<PitchTitle> titles, double cost) {}

  private TitleAlignment(List<PitchLine> lines, TitleSearch search) {
    this.lines = lines;
    this.search = search;
    this.schema = search.schema();
  }

  /** The cheapest alignment of lines; null if there is none. */
  static @Nullable Alignment find(List<PitchLine> lines, TitleSearch search) {
    if (lines.stream().anyMatch(line -> line.words().size() > MAX_WORDS)
        || lines.stream().allMatch(line -> line.words().isEmpty())) {
      return null;
    }
    TitleAlignment alignment = new TitleAlignment(lines, search);
    State start = new State(Collections.nCopies(lines.size(), 0), 0, false, List.of());
    double cost = alignment.findBestStep(start).cost();
    if (cost >= CostModel.NEVER) {
      return null;
    }
    List<PitchTitle> titles = new ArrayList<>();
    for (State at = start; at != null; ) {
      Step step = alignment.findBestStep(at);
      if (step.title() != null) {
        titles.add(step.title());
      }
      at = step.next();
    }
    return new Alignment(List.copyOf(titles), cost);
  }

  private Step findBestStep(State state) {
    Step known = steps.get(state);
    if (known != null) {
      return known;
    }
    boolean ended = state.open().isEmpty() && isComplete(state);
    Step best = new Step(ended ? 0 : CostModel.NEVER, null, null);
    if (!search.takeState()) {
      return best;
    }
    best = withGroupEnd(best, state);
    for (int top = state.firstFreeLine(); top < lines.size(); top++) {
      best = withTitle(best, state, state.taken(), List.of(), top, 0);
      best = withGroup(best, state, top);
    }
    steps.put(state, best);
    return best;
  }

  /** The cheaper of a step and the step that ends the innermost column group. */
  private Step withGroupEnd(Step best, State state) {
    if (state.open().isEmpty() || state.open().getLast().columns() < MIN_IN_GROUP) {
      return best;
    }
    List<Group> open = state.open();
    double cost = groupTitleCost(open.getLast(), state.end());
    State next =
        new State(state.taken(), state.end(), state.sides(), open.subList(0, open.size() - 1));
    return chooseCheaper(best, cost, next, null);
  }

  /**
   * The cheapest of a step and the steps that begin a column group whose title starts on a line.
   */
  private Step withGroup(Step best, State state, int top) {
    Step found = best;
    if (state.open().size() >= MAX_GROUPS) {
      return found;
    }
    List<Integer> taken = new ArrayList<>(state.taken());
    List<PitchWord> words = new ArrayList<>();
    for (int line = top; line + 1 < Math.min(lines.size(), top + MAX_GROUP_LINES + 1); line++) {
      if (!hasWordsLeft(taken, line)) {
        break;
      }
      words.add(nextWord(taken, line, 0));
      taken.set(line, taken.get(line) + 1);
      Group group = new Group(List.copyOf(words), line);
      double own = search.groupTitleCost(words.stream().map(PitchWord::text).toList());
      boolean isAfter = words.stream().anyMatch(w -> w.placed() && w.start() < state.end());
      boolean below =
          state.open().isEmpty()
              || (titleCostInGroup(state, group.text()) < CostModel.NEVER
                  && schema.mayNest(state.open().getLast().text(), group.text()));
      if (own < CostModel.NEVER && !isAfter && below) {
        List<Group> open = new ArrayList<>(state.open());
        open.add(group);
        double cost =
            own + CostModel.limit("pitch_group") + separationCost(new PitchTitle(group.words()));
        State next = new State(List.copyOf(taken), state.end(), state.sides(), List.copyOf(open));
        found = chooseCheaper(found, cost, next, null);
      }
    }
    return found;
  }

  private Step chooseCheaper(Step best, double cost, State next, @Nullable PitchTitle title) {
    if (cost >= best.cost()) {
      return best;
    }
    double whole = cost + findBestStep(next).cost();
    return whole < best.cost() ? new Step(whole, next, title) : best;
  }

  /**
   * The cost of the position of a group's title: places outside of its columns, and the distance of
   * its middle from theirs.
   */
  private static double groupTitleCost(Group group, int end) {
    PitchSpan span = new PitchTitle(group.words()).span();
    if (!span.isKnown()) {
      return 0;
    }
    int outside = Math.max(0, group.start() - span.start()) + Math.max(0, span.end() - end);
    double off = Math.abs(span.start() + span.end() - group.start() - end) / 2.0;
    return Math.min(
            CostModel.limit("pitch_group_farthest"),
            outside * CostModel.limit("pitch_group_outside"))
        + off * CostModel.limit("pitch_group_off");
  }

  /**
   * The cheapest of a step and the steps whose title continues with the next word of a line or of
   * lines below it. One line may be skipped, since a title of two lines is centered beside one of
   * three.
   *
   * @param taken the words taken of each line, with those of the title
   */
  private Step withTitle(
      Step best, State state, List<Integer> taken, List<PitchWord> words, int line, double more) {
    if (line >= lines.size() || !hasWordsLeft(taken, line)) {
      return best;
    }
    List<PitchWord> longer = new ArrayList<>(words);
    longer.add(nextWord(taken, line, 0));
    List<Integer> next = new ArrayList<>(taken);
    next.set(line, taken.get(line) + 1);
    Step found = extend(best, state, next, longer, more);
    if (words.isEmpty() && hasWordsLeft(next, line)) {
      List<PitchWord> two = List.of(longer.getFirst(), nextWord(taken, line, 1));
      List<Integer> further = new ArrayList<>(next);
      further.set(line, taken.get(line) + 2);
      found = extend(found, state, further, two, more + CostModel.limit("pitch_blank_joins"));
    }
    found = withTitle(found, state, next, longer, line + 1, more);
    return withTitle(
        found, state, next, longer, line + 2, more + CostModel.limit("pitch_title_around"));
  }

  /** Whether a line has words that are not taken. */
  private boolean hasWordsLeft(List<Integer> taken, int line) {
    return taken.get(line) < lines.get(line).words().size();
  }

  /** The next word of a line, or a later one. */
  private PitchWord nextWord(List<Integer> taken, int line, int further) {
    return lines.get(line).words().get(taken.get(line) + further);
  }

  private Step extend(
      Step best, State state, List<Integer> taken, List<PitchWord> words, double more) {
    List<String> groups = state.open().stream().map(Group::text).toList();
    PitchTitle title = new PitchTitle(groups, List.copyOf(words));
    LineRange range = LineRange.between(state.taken(), taken);
    double cost = more + cost(state, title) + unevenTitleCost(state, range);
    if (cost >= Math.min(best.cost(), CostModel.limit("dearest_pitch_title"))) {
      return best;
    }
    int end = Math.max(state.end(), words.stream().mapToInt(PitchWord::end).max().orElse(0));
    boolean side = beginsSide(state, title);
    List<Group> open = withTitleInside(state.open(), title, range, side);
    boolean sides = side || state.sides();
    return chooseCheaper(best, cost, new State(List.copyOf(taken), end, sides, open), title);
  }

  /** The open groups with a further title; its lines count for the innermost only. */
  private static List<Group> withTitleInside(
      List<Group> open, PitchTitle title, LineRange lines, boolean side) {
    List<Group> arguments = new ArrayList<>();
    for (Group group : open) {
      boolean innermost = arguments.size() + 1 == open.size();
      arguments.add(group.withTitle(title, innermost ? lines : LineRange.NONE, side));
    }
    return List.copyOf(arguments);
  }

  private boolean isComplete(State state) {
    for (int line = 0; line < lines.size(); line++) {
      if (hasWordsLeft(state.taken(), line)) {
        return false;
      }
    }
    return true;
  }

  /** The cost of a title inside of the innermost open column group. */
  private double titleCostInGroup(State state, String title) {
    Group group = state.open().getLast();
    return search.groupCost(group.text(), title, group.columns() == 0);
  }

  /** Whether a title is the first of a side of the table. */
  private boolean beginsSide(State state, PitchTitle title) {
    return !state.open().isEmpty()
        && state.open().getFirst().columns() == 0
        && schema.isSide(state.open().getFirst().text(), title.text());
  }

  /**
   * The cost of a title whose lines are all above or below those of the first title in its column
   * group; it is that of a column beside the group.
   */
  private static double unevenTitleCost(State state, LineRange lines) {
    LineRange first = state.open().isEmpty() ? LineRange.NONE : state.open().getLast().firstLines();
    boolean beside = !first.equals(LineRange.NONE) && !first.overlaps(lines);
    return beside ? CostModel.limit("pitch_uneven_titles") : 0;
  }

  /** The cost of columns that belong to no side of a table with sides. */
  private double ungroupedTitleCost(State state, PitchTitle title) {
    boolean begins = beginsSide(state, title);
    boolean inside = begins || (!state.open().isEmpty() && state.open().getFirst().side());
    boolean before = begins && !state.sides() && state.end() > 0;
    return before || (state.sides() && !inside) ? CostModel.limit("pitch_outside_sides") : 0;
  }

  private double cost(State state, PitchTitle title) {
    for (PitchWord word : title.words()) {
      if (word.placed() && state.end() > 0 && word.start() <= state.end()) {
        return CostModel.NEVER;
      }
    }
    if (!state.open().isEmpty()
        && (titleCostInGroup(state, title.text()) >= CostModel.NEVER
            || state.open().getLast().firstTitle().equals(title.text()))) {
      return CostModel.NEVER;
    }
    double own =
        search.titleCost(title.words().stream().map(PitchWord::text).toList(), state.end() == 0);
    own += ungroupedTitleCost(state, title) + (state.open().isEmpty() ? schema.ungroupedCost() : 0);
    int end =
        title.words().stream()
            .mapToInt(word -> word.placed() ? 0 : Math.max(0, state.end() - word.start()))
            .sum();
    return own >= CostModel.NEVER
        ? own
        : own
            + CostModel.limit("pitch_title")
            + end * CostModel.limit("pitch_drift")
            + separationCost(title);
  }

  /**
   * The cost of the horizontal distance between the words of a title; a word without an exact
   * position may drift.
   */
  private static double separationCost(PitchTitle title) {
    PitchSpan span = title.span();
    int off = 0;
    int drift = 0;
    for (PitchWord word : title.words()) {
      boolean beyond = span.isKnown() && word.start() >= span.end();
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
}
