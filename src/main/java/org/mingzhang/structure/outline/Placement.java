package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.outline.StandardTitle.OutlinePosition;

/**
 * The possible depths at which a heading can be placed below the open headings, each with its cost:
 * next sibling of any of them, or first child of the innermost. Consecutive numerals cost nothing;
 * gaps, repetitions and restarts do. For one document and one thread, since the traits of the last
 * candidate are cached.
 */
final class Placement {
  /** Cost of a depth that is impossible for a heading. */
  static final double IMPOSSIBLE_COST = 50;

  /** Maximum number of open headings, whatever depth a file declares. */
  private static final int MAX_OPEN_HEADINGS = 24;

  private static final Pattern OWN_DUTIES =
      Pattern.compile(
          "(?:内设|下属|所属|部门|单位|主要|本级|决算|预算)*(?:机构|职能|职责|单位)(?:设置|组成|职能|职责|构成|范围)*(?:情况)?");

  /** A section title about duties, alone on its line, rather than a duty or department. */
  private static final Pattern DUTIES_SECTION =
      Pattern.compile(
          "(?!负责|承担|组织|指导|协助|做好|开展|完成|贯彻|落实|拟订|推进|加强|抓好|参与|统筹).{0,12}(?:职[能责]|机构|机关|单位|人员|工作|任务|编制|职能职责|基本(?=情况|概况))(?:完成|开展|落实)?(?:概述|简介|设置|构成|组成|任务|计划|目标)?(?:情况|说明|概况|概述)?");

  /**
   * Minimum acceptance cost of a candidate that is taken for an entry of a list of lines without
   * text.
   */
  private static final double MIN_LISTED_COST = 0.9;

  private static final double LIST_SHARE = 0.1;

  /** Factor of the cost for titles below a table that continue the numbering above it. */
  private static final double TITLE_SHARE = 0.3;

  /** The properties that the title of a candidate implies, computed once for all depths. */
  private record Traits(int block, HeadingRole role, boolean ownDuties) {}

  private final boolean splitGlossary;
  private @Nullable Traits last;

  /**
   * Placement in one document.
   *
   * @param splitGlossary whether entries of the glossary are sections of their own
   */
  Placement(boolean splitGlossary) {
    this.splitGlossary = splitGlossary;
  }

  /**
   * A possible depth.
   *
   * @param frame the heading at this depth, with its ancestors
   * @param cost its cost; 0 for the usual depth
   */
  record Option(OpenHeading frame, double cost) {}

  /** The possible depths below the open headings, of which {@code top} is the innermost. */
  List<Option> findOptions(@Nullable OpenHeading top, Candidate candidate) {
    List<OpenHeading> stack = OpenHeading.toStack(top);
    List<Option> options = new ArrayList<>();
    for (int depth = 0; depth <= Math.min(stack.size(), MAX_OPEN_HEADINGS); depth++) {
      OpenHeading parent = depth == 0 ? null : stack.get(depth - 1);
      OpenHeading before = depth == stack.size() ? null : stack.get(depth);
      double cost = contextCost(parent, candidate);
      cost +=
          candidate.style() == NumeralStyle.NONE
              ? UnnumberedPlacementCosts.cost(parent, before, depth, candidate)
              : NumberedPlacementCosts.cost(parent, before, depth, candidate);
      if (cost < IMPOSSIBLE_COST) {
        int carried = depth + 1 < stack.size() ? stack.get(depth + 1).ordinalContinuedByPart() : 0;
        options.add(
            new Option(createFrame(parent, before, candidate).withCarriedNumeral(carried), cost));
      }
    }
    return options;
  }

  /**
   * Cost of reading the candidate as text below the open headings; low where lists are expected.
   */
  double textCost(@Nullable OpenHeading top, Candidate candidate) {
    boolean known =
        (candidate.position() != null && !candidate.title().runIn()) || namesOwnDuties(candidate);
    if (top == null || known || candidate.declared() > 0 || continuesNumbering(top, candidate)) {
      return candidate.rejection();
    }
    double rank = candidate.style().rank();
    if (isGlossary(top) && !splitGlossary && rank >= NumeralStyle.HAN.rank()) {
      return candidate.title().runIn() ? 0 : candidate.rejection();
    }
    boolean list =
        top.role() == HeadingRole.DUTIES
            || (top.role() == HeadingRole.TABLE && top.style() != NumeralStyle.PART);
    boolean entry = rank >= NumeralStyle.HAN_BRACKETS.rank() || candidate.title().runIn();
    if (!list || !entry || rank < NumeralStyle.HAN.rank()) {
      return candidate.rejection();
    }
    boolean afterTable =
        top.role() == HeadingRole.TABLE
            && candidate.ordinal() > 1
            && candidate.acceptance() == 0
            && candidate.title().form() == Title.Form.PLAIN;
    return candidate.rejection() * (afterTable ? TITLE_SHARE : LIST_SHARE);
  }

  /** Whether a title itself names duties or departments, such as （一）机构组成. */
  private boolean namesOwnDuties(Candidate candidate) {
    return findTraits(candidate).ownDuties;
  }

  private Traits findTraits(Candidate candidate) {
    Traits known = last;
    if (known == null || known.block != candidate.block()) {
      known = new Traits(candidate.block(), candidate.role(), namesDuties(candidate));
      last = known;
    }
    return known;
  }

  private static boolean namesDuties(Candidate candidate) {
    String title = candidate.title().text();
    return OWN_DUTIES.matcher(title).matches()
        || (!candidate.title().runIn()
            && candidate.acceptance() < MIN_LISTED_COST
            && DUTIES_SECTION.matcher(title).matches());
  }

  /** Whether the numeral is the next one of an open heading. */
  private static boolean continuesNumbering(OpenHeading top, Candidate candidate) {
    for (OpenHeading frame = top; frame != null; frame = frame.parent()) {
      if (frame.style() == candidate.style() && frame.ordinal() + 1 == candidate.ordinal()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Creates the heading at a depth; a heading that lost its number gets the next one of its
   * siblings.
   */
  private OpenHeading createFrame(
      @Nullable OpenHeading parent, @Nullable OpenHeading before, Candidate candidate) {
    boolean lost =
        candidate.style() == NumeralStyle.NONE
            && before != null
            && before.style() != NumeralStyle.NONE
            && before.style() != NumeralStyle.ANNEX
            && (candidate.position() == OutlinePosition.PART
                || candidate.position() == OutlinePosition.SECTION);
    boolean mixed =
        before != null
            && candidate.style() == NumeralStyle.DIGIT_BRACKETS
            && before.style() == NumeralStyle.HAN_BRACKETS
            && candidate.ordinal() == before.ordinal() + 1;
    boolean uncounted = candidate.ordinal() == Candidate.LOST;
    if (uncounted) {
      int ordinal = before != null && before.style() == candidate.style() ? before.ordinal() : 0;
      return new OpenHeading(
          parent, candidate.style(), ordinal + 1, null, findTraits(candidate).role);
    }
    return new OpenHeading(
        parent,
        (lost || mixed) && before != null ? before.style() : candidate.style(),
        lost && before != null ? before.ordinal() + 1 : candidate.ordinal(),
        candidate.position(),
        findTraits(candidate).role);
  }

  /** Cost of accepting a numbered line as a heading, by the title of its parent. */
  private double contextCost(@Nullable OpenHeading parent, Candidate candidate) {
    if (parent == null || candidate.style() == NumeralStyle.PART) {
      return 0;
    }
    boolean bare = !candidate.title().runIn();
    return switch (isGlossary(parent) ? HeadingRole.GLOSSARY : parent.role()) {
      case DUTIES ->
          candidate.position() != null || candidate.declared() > 0 || namesOwnDuties(candidate)
              ? 0
              : candidate.style() == NumeralStyle.HAN_BRACKETS && bare ? 0.8 : 2;
      case GLOSSARY -> splitGlossary ? 0 : 6;
      case TABLE ->
          parent.style() == NumeralStyle.PART
                  || parent.position() == OutlinePosition.PART
                  || candidate.position() == OutlinePosition.CAPTION
                  || candidate.style() == NumeralStyle.ANNEX
              ? 0
              : 2.5;
      case ANNEX, REPORT, PERFORMANCE, PLAIN -> 0;
    };
  }

  /** Whether a heading is the glossary or inside it. */
  static boolean isGlossary(OpenHeading frame) {
    for (OpenHeading above = frame; above != null; above = above.parent()) {
      if (above.role() == HeadingRole.GLOSSARY) {
        return true;
      }
    }
    return false;
  }
}
