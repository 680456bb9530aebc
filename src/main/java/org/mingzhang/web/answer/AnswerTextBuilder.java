package org.mingzhang.web.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Stage;
import org.mingzhang.question.AmountLimit;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.question.NumericQuestion;
import org.mingzhang.question.QuestionOperator;
import org.mingzhang.web.compare.AccountStatement;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.YearChange;
import org.mingzhang.web.render.AmountFormat;
import org.mingzhang.web.render.Labels;

/**
 * The texts of an answer: heading, changes, and notes about what is missing.
 *
 * @param answer the answer
 * @param labels texts of the page's language
 */
record AnswerTextBuilder(DirectAnswer answer, Labels labels) {
  private static final int MAX_NAMED_HOMONYMS = 5;

  /**
   * Heading of the answer: the account with the agency or the name asked for, or the title of a
   * list.
   */
  String title() {
    NumericQuestion question = answer.question();
    String account = labels.account(question.account().account().name());
    return switch (answer.form()) {
      case ONE ->
          labels.text("answer.one", question.subject().agencies().getFirst().name(), account);
      case UNKNOWN, NAMED, TOO_MANY ->
          question.subject().askedName().isEmpty()
              ? account
              : labels.text("answer.one", question.subject().askedName(), account);
      case LIST -> listTitle(question);
    };
  }

  private String listTitle(NumericQuestion question) {
    String name = question.account().account().name();
    String account =
        question.operator().comparesYears() ? labels.accountInSentence(name) : labels.account(name);
    AmountLimit limit = question.limit();
    if (limit != null && !limit.isRate()) {
      return labels.format(
          "answer.list." + limit.id(),
          String.valueOf(answer.basis().year()),
          account,
          formatBound(limit, limit.lower() == null ? limit.upper() : limit.lower()),
          AmountFormat.formatCount(answer.lines().size()),
          formatBound(limit, limit.upper()));
    }
    String title =
        labels.format(
            "answer.list." + question.operator().id(),
            String.valueOf(answer.basis().year()),
            account,
            String.valueOf(answer.basis().base()),
            AmountFormat.formatCount(answer.lines().size()));
    return limit == null ? title : title + formatRateLimit(limit);
  }

  private String formatRateLimit(AmountLimit limit) {
    return labels.text(
        "answer.rate." + limit.id(),
        formatBound(limit, limit.lower() == null ? limit.upper() : limit.lower()),
        formatBound(limit, limit.upper()));
  }

  /** A bound of the range that is asked for, with its unit; empty for null. */
  private String formatBound(AmountLimit limit, @Nullable BigDecimal end) {
    if (end == null) {
      return "";
    }
    return limit.counter().isEmpty()
        ? labels.money(AmountFormat.formatPlain(end.movePointLeft(4)))
        : AmountFormat.formatPlain(end) + (limit.isRate() ? "" : " ") + limit.counter();
  }

  /** The change of a line in words, 比 2023 年增加 0.28 万元（7%）; empty if unknown. */
  String formatChange(DirectAnswer.AgencyValue agencyValue) {
    YearChange change = agencyValue.change();
    if (change == null) {
      return "";
    }
    String base = String.valueOf(agencyValue.base());
    if (change.sign() == 0) {
      return labels.text("answer.change.same", base);
    }
    String remark =
        change.baseIsZero()
            ? labels.text("compare.change.zero")
            : change.rateRefuted() ? labels.text("compare.change.refuted") : "";
    List<String> sizes = new ArrayList<>();
    if (change.yuan() != null) {
      sizes.add(labels.money(change.yuan().abs()));
    }
    if (change.percent() != null) {
      sizes.add(AmountFormat.formatPlain(change.percent().abs()) + "%");
    }
    String size =
        sizes.size() == 2
            ? labels.text("answer.change.size", sizes.getFirst(), sizes.getLast())
            : sizes.getFirst();
    String words = labels.text("answer.change." + change.direction(), base, size);
    return remark.isEmpty() ? words : words + labels.text("fact.comma") + remark;
  }

  /**
   * Sentences about missing values, and about rows that are not shown.
   *
   * @param shownCount maximum number of rows of a list that are shown
   */
  List<String> buildNotes(int shownCount) {
    List<String> notes = new ArrayList<>();
    addAccountNote(notes);
    notes.addAll(buildNotesOfForm(shownCount));
    return notes;
  }

  /** Says which account is shown if the words of the question name two. */
  private void addAccountNote(List<String> notes) {
    NumericQuestion.AccountHomonym homonym = answer.question().homonym();
    if (homonym != null) {
      notes.add(
          labels.format(
              "answer.account.two",
              homonym.typedWords(),
              labels.account(answer.question().account().account().name()),
              labels.account(homonym.account().name())));
    }
  }

  private List<String> buildNotesOfForm(int shownCount) {
    return switch (answer.form()) {
      case ONE -> buildNotesOfOneAgency();
      case LIST -> buildNotesOfList(shownCount);
      case UNKNOWN ->
          List.of(
              labels.text(
                  answer.question().subject().similarAgencies().isEmpty()
                      ? "answer.unknown"
                      : "answer.similar",
                  answer.question().subject().askedName()));
      case NAMED -> List.of(labels.text("answer.named", answer.question().subject().askedName()));
      case TOO_MANY -> List.of(labels.text("answer.too-many"));
    };
  }

  /**
   * The notes on one agency. Notes that announce a quotation come last, because the page shows the
   * quotations below the notes.
   */
  private List<String> buildNotesOfOneAgency() {
    List<String> notes = new ArrayList<>();
    List<String> quoting = new ArrayList<>();
    for (DirectAnswer.AgencyValue agencyValue : answer.lines()) {
      String year = String.valueOf(agencyValue.year());
      boolean quoted =
          answer.findStatement(agencyValue.year()).filter(AccountStatement::hasQuote).isPresent();
      boolean other = answer.otherValues().stream().anyMatch(o -> o.year() == agencyValue.year());
      boolean counted =
          answer.question().account().account().nature() == Account.Nature.COUNT
              && answer.yearsWithDocuments().contains(agencyValue.year());
      boolean uncollected = agencyValue.cell().state() == ComparisonGrid.CellState.UNCOLLECTED;
      if (uncollected && !quoted && !other && !counted) {
        notes.add(
            answer.yearsWithDocuments().contains(agencyValue.year())
                ? labels.text("answer.uncollected.kind", year, describeDueDocuments())
                : labels.text("answer.uncollected", year));
      } else if (!agencyValue.hasValue()) {
        (quoted ? quoting : notes).add(labels.text(unstatedMessageKey(agencyValue.year()), year));
      }
    }
    if (!(notes.isEmpty() && quoting.isEmpty()) && !answer.yearsWithDocuments().isEmpty()) {
      notes.add(
          labels.text(
              "answer.kept",
              answer.yearsWithDocuments().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(labels.text("answer.and")))));
    }
    if (!answer.hasValue() && answer.documents().stream().anyMatch(d -> d.year() == null)) {
      boolean read = answer.otherValues().stream().anyMatch(DirectAnswer.AgencyValue::isUndated);
      notes.add(labels.text(read ? "answer.undated.read" : "answer.undated"));
    }
    notes.addAll(quoting);
    return notes;
  }

  /** The kinds of documents that state accounts at the stage asked for, in words. */
  private String describeDueDocuments() {
    Stage stage = answer.question().account().stage();
    boolean budget = stage == Stage.BUDGET || stage == Stage.INITIAL_BUDGET;
    return labels.text(
        stage == null ? "answer.due.any" : budget ? "answer.due.budget" : "answer.due.result");
  }

  /** Key of the message for a year with documents of which the amount asked for was not read. */
  private String unstatedMessageKey(int year) {
    if (answer.otherValues().stream().anyMatch(o -> o.year() == year)) {
      return "answer.unstated.stage";
    }
    return answer
        .findStatement(year)
        .map(said -> said.hasQuote() ? "answer.unstated.said" : "answer.unstated.named")
        .orElse("answer.unstated");
  }

  private List<String> buildNotesOfList(int shownCount) {
    List<String> notes = new ArrayList<>();
    int found = answer.lines().size();
    addHomonymsNote(notes);
    if (found > 0 && answer.question().subject().groupedByPlace()) {
      int districts = DistrictGroups.groupByDistrict(answer.lines()).districtCount();
      if (districts > 0) {
        notes.add(labels.text("answer.districts", districts));
      }
    }
    if (found == 0) {
      notes.add(
          labels.text(
              answer.otherValues().isEmpty() ? "answer.list.empty" : "answer.list.elsewhere"));
    } else if (found > shownCount) {
      notes.add(
          labels.text(
              "answer.shown",
              AmountFormat.formatCount(shownCount),
              AmountFormat.formatCount(found)));
    }
    if (answer.lines().stream().limit(shownCount).anyMatch(AnswerTextBuilder::isAccused)) {
      notes.add(labels.text("answer.accused.list"));
    }
    DirectAnswer.OmittedAgencies omittedAgencies = answer.omittedAgencies();
    addCountNote(notes, "answer.missing.otherwise", omittedAgencies.otherwise());
    addCountNote(notes, "answer.missing.incomparable", omittedAgencies.incomparable());
    QuestionOperator operator = answer.question().operator();
    if (answer.question().limit() != null) {
      addCountNote(notes, "answer.missing.beyond", omittedAgencies.unmoved());
    } else if (operator == QuestionOperator.RISE || operator == QuestionOperator.FALL) {
      addCountNote(notes, "answer.missing.unmoved." + operator.id(), omittedAgencies.unmoved());
    }
    addCountNote(notes, "answer.missing.unstated", omittedAgencies.unstated());
    int quoted = (int) answer.statements().stream().filter(AccountStatement::hasQuote).count();
    addCountNote(notes, "answer.missing.said", quoted);
    addCountNote(notes, "answer.missing.named", answer.statements().size() - quoted);
    addCountNote(notes, "answer.missing.uncollected", omittedAgencies.uncollected());
    return notes;
  }

  /** Whether a finding says that a number of a line is wrong. */
  private static boolean isAccused(DirectAnswer.AgencyValue line) {
    YearChange change = line.change();
    return line.cell().accusedFact() != null
        || line.cellOfYearBefore().accusedFact() != null
        || (change != null && change.accusedFact() != null);
  }

  /** Says that the named agency may be any of several with the same name in different places. */
  private void addHomonymsNote(List<String> notes) {
    NumericQuestion.AskedAgencies subject = answer.question().subject();
    List<KnownAgency> agencies = subject.agencies();
    boolean homonyms =
        !subject.askedName().isEmpty()
            && !subject.groupedByPlace()
            && answer.question().operator() != QuestionOperator.MOST
            && answer.question().operator() != QuestionOperator.LEAST
            && agencies.size() > 1
            && agencies.size() <= MAX_NAMED_HOMONYMS
            && agencies.stream().map(KnownAgency::core).distinct().count() == 1
            && subject.askedName().indexOf(agencies.getFirst().core())
                == subject.askedName().lastIndexOf(agencies.getFirst().core());
    if (homonyms) {
      notes.add(
          labels.text(
              "answer.homonyms",
              subject.askedName(),
              agencies.stream()
                  .map(KnownAgency::name)
                  .collect(Collectors.joining(labels.text("answer.and")))));
    }
  }

  private void addCountNote(List<String> notes, String key, int count) {
    if (count > 0) {
      notes.add(labels.text(key, AmountFormat.formatCount(count)));
    }
  }
}
