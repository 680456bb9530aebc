package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.outline.StandardTitle.Place;

/**
 * The places a heading may take among the open headings, each with its cost: as next sibling of any
 * of them, or as first child of the innermost. Numerals that go on cost nothing; gaps, repetitions
 * and restarts cost. Safe on many threads.
 */
final class Placement {
  private static final double IMPOSSIBLE = 50;
  private static final Pattern OWN_DUTIES =
      Pattern.compile(
          "(?:内设|下属|所属|部门|单位|主要|本级|决算|预算)*(?:机构|职能|职责|单位)(?:设置|组成|职能|职责|构成|范围)*(?:情况)?");
  private static final double LIST_SHARE = 0.1;

  private final boolean splitGlossary;

  /**
   * Placement in one document.
   *
   * @param splitGlossary whether entries of the glossary are sections of their own
   */
  Placement(boolean splitGlossary) {
    this.splitGlossary = splitGlossary;
  }

  /**
   * One place.
   *
   * @param frame the heading in it
   * @param cost its cost, 0 for the natural place
   */
  record Option(Frame frame, double cost) {}

  /** The possible places under the open headings that {@code top} ends. */
  List<Option> options(@Nullable Frame top, Candidate candidate) {
    List<Frame> stack = Frame.stack(top);
    List<Option> options = new ArrayList<>();
    for (int depth = 0; depth <= stack.size(); depth++) {
      Frame parent = depth == 0 ? null : stack.get(depth - 1);
      Frame before = depth == stack.size() ? null : stack.get(depth);
      double cost = context(parent, candidate);
      cost +=
          candidate.style() == NumeralStyle.NONE
              ? UnnumberedPlaces.cost(parent, before, depth, candidate)
              : numbered(parent, before, depth, candidate);
      if (cost < IMPOSSIBLE) {
        options.add(new Option(frame(parent, before, candidate), cost));
      }
    }
    return options;
  }

  /** Cost of taking the candidate for text below the open headings: little where lists stand. */
  double asText(@Nullable Frame top, Candidate candidate) {
    boolean known =
        (candidate.place() != null && !candidate.title().runIn()) || ownDuties(candidate);
    if (top == null || known || candidate.declared() > 0 || continues(top, candidate)) {
      return candidate.rejection();
    }
    double rank = candidate.style().rank();
    if (glossary(top) && !splitGlossary && rank >= NumeralStyle.HAN.rank()) {
      return candidate.title().runIn() ? 0 : candidate.rejection();
    }
    boolean list =
        top.role() == Role.DUTIES || (top.role() == Role.TABLE && top.style() != NumeralStyle.PART);
    boolean entry = rank >= NumeralStyle.HAN_BRACKETS.rank() || candidate.title().runIn();
    return list && entry && rank >= NumeralStyle.HAN.rank()
        ? candidate.rejection() * LIST_SHARE
        : candidate.rejection();
  }

  /** A title that names duties or departments itself, such as （一）机构组成. */
  private static boolean ownDuties(Candidate candidate) {
    return OWN_DUTIES.matcher(candidate.title().text()).matches();
  }

  /** Whether the numeral is the next one of an open heading. */
  private static boolean continues(Frame top, Candidate candidate) {
    for (Frame frame = top; frame != null; frame = frame.parent()) {
      if (frame.style() == candidate.style() && frame.ordinal() + 1 == candidate.ordinal()) {
        return true;
      }
    }
    return false;
  }

  /** A heading that lost its number takes the next one of its siblings. */
  private static Frame frame(@Nullable Frame parent, @Nullable Frame before, Candidate candidate) {
    boolean lost =
        candidate.style() == NumeralStyle.NONE
            && before != null
            && before.style() != NumeralStyle.NONE
            && before.style() != NumeralStyle.ANNEX
            && (candidate.place() == Place.PART || candidate.place() == Place.SECTION);
    boolean mixed =
        before != null
            && candidate.style() == NumeralStyle.DIGIT_BRACKETS
            && before.style() == NumeralStyle.HAN_BRACKETS
            && candidate.ordinal() == before.ordinal() + 1;
    boolean uncounted = candidate.ordinal() == Candidate.LOST;
    if (uncounted) {
      int ordinal = before != null && before.style() == candidate.style() ? before.ordinal() : 0;
      return new Frame(parent, candidate.style(), ordinal + 1, null, candidate.role());
    }
    return new Frame(
        parent,
        (lost || mixed) && before != null ? before.style() : candidate.style(),
        lost && before != null ? before.ordinal() + 1 : candidate.ordinal(),
        candidate.place(),
        candidate.role());
  }

  /** What the title above says against a numbered line below it. */
  private double context(@Nullable Frame parent, Candidate candidate) {
    if (parent == null || candidate.style() == NumeralStyle.PART) {
      return 0;
    }
    boolean bare = !candidate.title().runIn();
    return switch (glossary(parent) ? Role.GLOSSARY : parent.role()) {
      case DUTIES ->
          candidate.place() != null || candidate.declared() > 0 || ownDuties(candidate)
              ? 0
              : candidate.style() == NumeralStyle.HAN_BRACKETS && bare ? 0.8 : 2;
      case GLOSSARY -> splitGlossary ? 0 : 6;
      case TABLE ->
          parent.style() == NumeralStyle.PART
                  || parent.place() == Place.PART
                  || candidate.place() == Place.CAPTION
                  || candidate.style() == NumeralStyle.ANNEX
              ? 0
              : 2.5;
      case ANNEX, PERFORMANCE, PLAIN -> 0;
    };
  }

  private static boolean glossary(Frame frame) {
    for (Frame above = frame; above != null; above = above.parent()) {
      if (above.role() == Role.GLOSSARY) {
        return true;
      }
    }
    return false;
  }

  private static double numbered(
      @Nullable Frame parent, @Nullable Frame before, int depth, Candidate candidate) {
    return switch (candidate.style()) {
      case PART -> depth > 0 ? IMPOSSIBLE : outermost(before, candidate);
      case CHAPTER ->
          parent == null || parent.style() == NumeralStyle.PART || parent.boundary()
              ? outermost(before, candidate)
              : 3 + outermost(before, candidate);
      case ANNEX -> annex(parent, before, candidate);
      default -> inner(parent, before, candidate);
    };
  }

  private static double outermost(@Nullable Frame before, Candidate candidate) {
    if (before == null || before.style() != candidate.style()) {
      return candidate.ordinal() == 1 ? 0 : 0.8;
    }
    return sequence(before.ordinal(), candidate.ordinal());
  }

  private static double annex(@Nullable Frame parent, @Nullable Frame before, Candidate candidate) {
    double cost;
    if (parent == null) {
      cost =
          before != null && before.role() == Role.ANNEX && before.style() == NumeralStyle.PART
              ? 1
              : 0.2;
    } else if (parent.style() == NumeralStyle.ANNEX) {
      cost = candidate.ordinal() == 0 ? 0.2 : 1.5;
    } else {
      cost = parent.role() == Role.ANNEX ? 0 : parent.style() == NumeralStyle.PART ? 0.9 : 2;
    }
    if (before != null && before.style() == NumeralStyle.ANNEX) {
      int step = candidate.ordinal() - before.ordinal();
      return cost + (step == 1 ? 0 : step == 0 ? 0.5 : 0.8);
    }
    return cost;
  }

  private static double inner(@Nullable Frame parent, @Nullable Frame before, Candidate candidate) {
    if (before == null) {
      return first(parent, candidate) + again(parent, candidate);
    }
    if (candidate.ordinal() == Candidate.LOST && before.style() == candidate.style()) {
      return 0;
    }
    if (before.style() == candidate.style()) {
      return sequence(before.ordinal(), candidate.ordinal());
    }
    if (before.style() == NumeralStyle.HAN_BRACKETS
        && candidate.style() == NumeralStyle.DIGIT_BRACKETS
        && candidate.ordinal() == before.ordinal() + 1) {
      return 0.8;
    }
    boolean list = candidate.place() == null && before.place() != Place.SECTION;
    double start = candidate.ordinal() == 1 ? 2.5 : list ? 2 : 0.7;
    return before.style() == NumeralStyle.NONE
        ? start + again(parent, candidate)
        : 2.5 + start + again(parent, candidate);
  }

  /** Cost of one numeral following another of the same style among siblings. */
  static double sequence(int before, int next) {
    int step = next - before;
    if (step == 1) {
      return 0;
    }
    if (step == 0) {
      return 2.5;
    }
    if (step < 0) {
      return next == 1 ? 3 : 4;
    }
    return Math.min(4, 1.3 + 0.5 * (step - 2));
  }

  private static double first(@Nullable Frame parent, Candidate candidate) {
    double cost = candidate.ordinal() <= 1 ? 0 : Math.min(4, 1.8 + 0.4 * (candidate.ordinal() - 2));
    double rank = candidate.style().rank();
    if (parent == null) {
      return cost + Math.max(0, rank - NumeralStyle.HAN.rank()) * 0.7;
    }
    if (!parent.boundary() && rank < parent.style().rank()) {
      cost += 1.2;
    }
    return cost + Math.max(0, rank - parent.style().rank() - 1) * 0.1;
  }

  /** Cost of a numbering system that is already open further out. */
  private static double again(@Nullable Frame parent, Candidate candidate) {
    boolean fresh = false;
    for (Frame above = parent; above != null; above = above.parent()) {
      if (above.style() == candidate.style()) {
        return fresh ? 0.3 : 3;
      }
      fresh |= above.boundary() || above.pasted();
    }
    return 0;
  }
}
