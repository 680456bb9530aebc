package org.mingzhang.web.leads;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;
import org.mingzhang.search.Hit;
import org.mingzhang.text.AmountParser;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.finding.DeviationFormatter;
import org.mingzhang.web.finding.GapFormatter;
import org.mingzhang.web.render.Labels;

/** Builds the cards of findings and targets in the language of a page. */
final class LeadCardBuilder {
  /** The signs before a computed value that is only a limit. */
  private static final String AT_MOST = "≤ ";

  private static final String AT_LEAST = "≥ ";

  /** Notes that give no reason: nothing, a sign, or the word for none or for completed. */
  private static final Pattern NO_REASON =
      Pattern.compile("[\\p{P}\\p{S}\\d\\s]*|无(?:偏差)?|不适用|(?:已|全部)?完成|N/?A");

  /** The largest gap, in percent, that rounding may explain. */
  private static final BigDecimal MAX_ROUNDING_GAP = BigDecimal.ONE;

  private final LeadLocationFinder locationFinder;
  private final Labels labels;
  private final PortalLinks links;
  private final InquiryLetterWriter letterWriter;

  LeadCardBuilder(
      LeadLocationFinder locationFinder,
      InquiryLetterWriter letterWriter,
      Labels labels,
      PortalLinks links) {
    this.locationFinder = locationFinder;
    this.letterWriter = letterWriter;
    this.labels = labels;
    this.links = links;
  }

  LeadView build(Hit hit) {
    boolean finding = hit.scope() == SearchScope.FINDINGS;
    List<LeadView.QuoteLocation> quoted = locationFinder.find(hit);
    String headline = finding ? message(hit) : targetHeadline(hit);
    return new LeadView(
        links.hit(hit, ""),
        headline,
        finding ? labels.kind(valueOrEmpty(hit, "kind")) : labels.text("leads.target"),
        finding ? Labels.severityClass(valueOrEmpty(hit, "severity")) : "target",
        finding
            ? labels.severity(valueOrEmpty(hit, "severity"))
            : labels.targetResult(valueOrEmpty(hit, "met")),
        finding ? GapFormatter.format(hit, labels) : DeviationFormatter.format(hit, labels),
        agencyUnlessInTitle(hit),
        String.join(" ", hit.region()),
        hit.documentTitle(),
        links.document(hit.documentId()),
        quoted,
        finding ? buildNumbers(hit) : buildTargetValues(hit),
        labels.formula(valueOrEmpty(hit, "formula")),
        explain(hit),
        letterWriter.buildLetter(hit, headline, quoted));
  }

  /** The reason that the form itself states for a missed target; otherwise a usual one. */
  private String explain(Hit hit) {
    String reason = statedReason(hit);
    return reason.isEmpty()
        ? explanationOf(hit).textIn(labels.language())
        : labels.text("leads.reason", reason);
  }

  /**
   * The reason for the deviation that the form states beside a target; empty for findings, if it
   * states none, or only that there is none.
   */
  static String statedReason(Hit hit) {
    String note = valueOrEmpty(hit, "note").strip();
    return hit.scope() == SearchScope.FINDINGS || NO_REASON.matcher(note).matches() ? "" : note;
  }

  /**
   * The innocent explanation of a finding, by its rule and then its kind, or of a target, by
   * whether it was met. If the gap of a finding exceeds {@link #MAX_ROUNDING_GAP} percent, the
   * explanations of large gaps take precedence.
   */
  static InnocentExplanation explanationOf(Hit hit) {
    return hit.scope() == SearchScope.FINDINGS
        ? InnocentExplanation.findFirst(
            isBeyondRounding(hit) ? valueOrEmpty(hit, "rule") + "/large" : "",
            isBeyondRounding(hit) ? valueOrEmpty(hit, "kind") + "/large" : "",
            valueOrEmpty(hit, "rule"),
            valueOrEmpty(hit, "kind"))
        : InnocentExplanation.findFirst(
            valueOrEmpty(hit, "met").equals("met") ? "exceeded" : "missed");
  }

  /** Whether the gap of a finding is too large for rounding or an omitted trifle. */
  private static boolean isBeyondRounding(Hit hit) {
    String percent = valueOrEmpty(hit, "gapPercent");
    return !percent.isEmpty() && new BigDecimal(percent).abs().compareTo(MAX_ROUNDING_GAP) > 0;
  }

  /** The agency of a row; empty if the title of the row's document contains it. */
  static String agencyUnlessInTitle(Hit hit) {
    String agency = hit.publisher();
    return hit.documentTitle().contains(agency) ? "" : agency;
  }

  static String valueOrEmpty(Hit hit, String name) {
    return hit.values().getOrDefault(name, "");
  }

  private String message(Hit hit) {
    return labels.message(valueOrEmpty(hit, "message"), valueOrEmpty(hit, "messageEnglish"));
  }

  /** The headline of a target: 新建基层工会：目标≥30家，实际24家. */
  private String targetHeadline(Hit hit) {
    return labels.format(
        "leads.target.headline",
        hit.title(),
        valueOrEmpty(hit, "target"),
        valueOrEmpty(hit, "actual"));
  }

  /**
   * Stated value, computed value and gap, as far as known. The two values are formatted as money if
   * both are amounts, and otherwise shown as printed.
   */
  private List<LeadView.LabeledValue> buildNumbers(Hit hit) {
    Optional<BigDecimal> stated = AmountParser.parseYuan(valueOrEmpty(hit, "stated"));
    Optional<BigDecimal> computed = AmountParser.parseYuan(valueOrEmpty(hit, "computed"));
    boolean money = stated.isPresent() && computed.isPresent();
    List<LeadView.LabeledValue> sums = new ArrayList<>();
    addUnlessBlank(
        sums, "leads.stated", money ? labels.money(stated.get()) : valueOrEmpty(hit, "stated"));
    String limit = valueOrEmpty(hit, "computed");
    boolean atMost = limit.startsWith(AT_MOST);
    boolean bounded = atMost || limit.startsWith(AT_LEAST);
    addUnlessBlank(
        sums,
        atMost ? "leads.at-most" : bounded ? "leads.at-least" : "leads.computed",
        bounded ? limit.substring(AT_MOST.length()) : money ? labels.money(computed.get()) : limit);
    String yuan = hit.values().get("gapYuan");
    addUnlessBlank(sums, "leads.apart", yuan == null ? "" : labels.money(new BigDecimal(yuan)));
    return sums;
  }

  private List<LeadView.LabeledValue> buildTargetValues(Hit hit) {
    List<LeadView.LabeledValue> sums = new ArrayList<>();
    addUnlessBlank(sums, "indicator.target", valueOrEmpty(hit, "target"));
    addUnlessBlank(sums, "indicator.actual", valueOrEmpty(hit, "actual"));
    addUnlessBlank(sums, "deviation.title", DeviationFormatter.format(hit, labels));
    String score = valueOrEmpty(hit, "score");
    addUnlessBlank(
        sums,
        "indicator.score",
        score.isEmpty() || valueOrEmpty(hit, "weight").isEmpty()
            ? score
            : score + " / " + valueOrEmpty(hit, "weight"));
    addUnlessBlank(sums, "indicator.note", valueOrEmpty(hit, "note"));
    return sums;
  }

  private void addUnlessBlank(
      List<LeadView.LabeledValue> values, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.add(new LeadView.LabeledValue(labels.text(name), value));
    }
  }
}
