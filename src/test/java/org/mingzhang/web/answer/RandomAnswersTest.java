package org.mingzhang.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.question.QuestionOperator;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.compare.AccountSlice;
import org.mingzhang.web.compare.ComparisonGrid;
import org.mingzhang.web.compare.StageDisclosureDuty;
import org.mingzhang.web.fact.FactHit;
import org.mingzhang.web.lookup.DocumentCatalog;

/** With random facts, every number of an answer is that of a cited fact. */
class RandomAnswersTest {
  private static final int ROUNDS = 300;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-03-01T00:00:00Z"), ZoneOffset.UTC);
  private static final PortalLinks LINKS = new PortalLinks(Language.CHINESE);

  private interface Check {
    void of(DirectAnswer answer, RandomFactIndex ledger);
  }

  private static void always(String question, Check check) {
    long first = System.nanoTime();
    int answers = 0;
    for (long seed = first; seed < first + ROUNDS; seed++) {
      RandomFactIndex ledger = new RandomFactIndex(new Random(seed));
      AnswerFinder finder =
          new AnswerFinder(ledger, new DocumentCatalog(ledger, id -> Optional.empty()), CLOCK);
      Optional<DirectAnswer> answer = finder.answer(question, LINKS);
      if (answer.isPresent()) {
        answers++;
        try {
          check.of(answer.get(), ledger);
        } catch (AssertionError wrong) {
          throw new AssertionError("seed " + seed + ", " + question, wrong);
        }
      }
    }
    assertThat(answers).as("answers to " + question).isGreaterThan(ROUNDS / 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "青石区教育局2023年三公经费",
        "青石区教育局去年三公经费预算",
        "青石区教育局三公经费",
        "教育局近三年三公经费",
        "青石区2023年三公经费",
        "哪些区三公经费上涨",
        "哪些单位2024年三公经费下降",
        "各部门2022年到2024年三公经费变化",
        "样本市哪些单位三公经费最多"
      })
  void every_number_is_that_of_a_fact_of_its_agency_year_and_slice(String question) {
    always(
        question,
        (answer, ledger) -> {
          for (List<DirectAnswer.AgencyValue> agencyValues :
              List.of(answer.lines(), answer.otherValues())) {
            for (DirectAnswer.AgencyValue agencyValue : agencyValues) {
              holds(agencyValue, agencyValue.cell(), agencyValue.year(), answer, ledger);
              holds(
                  agencyValue, agencyValue.cellOfYearBefore(), agencyValue.base(), answer, ledger);
              holdsChange(agencyValue);
            }
          }
        });
  }

  /** The stage of a value; without a value, that asked for. */
  private static String stageOf(DirectAnswer.AgencyValue agencyValue, DirectAnswer answer) {
    return agencyValue.slice().equals(AccountSlice.UNSPECIFIED)
        ? new SliceOrder(answer.question().account()).stageLabel()
        : agencyValue.slice().stage();
  }

  private static void holds(
      DirectAnswer.AgencyValue agencyValue,
      ComparisonGrid.Cell cell,
      int year,
      DirectAnswer answer,
      RandomFactIndex ledger) {
    switch (cell.state()) {
      case STATED -> assertThat(cell.statedValues()).isNotEmpty();
      case DISPUTED, AMBIGUOUS -> assertThat(cell.statedValues()).hasSizeGreaterThan(1);
      case OTHER_BASIS, DENIED -> throw new AssertionError("the cells of an answer have one basis");
      case UNSTATED, UNCOLLECTED -> {
        assertThat(cell.statedValues()).isEmpty();
        boolean kept =
            ledger.documents.stream()
                .anyMatch(
                    d ->
                        Objects.equals(d.year(), year)
                            && StageDisclosureDuty.isDueToState(d, stageOf(agencyValue, answer))
                            && Objects.equals(d.agency(), agencyValue.agency().name()));
        assertThat(kept).isEqualTo(cell.state() == ComparisonGrid.CellState.UNSTATED);
      }
    }
    for (ComparisonGrid.StatedValue said : cell.statedValues()) {
      FactHit fact = said.fact();
      assertThat(ledger.facts).contains(fact.hit());
      assertThat(fact.hit().agency()).isEqualTo(agencyValue.agency().name());
      assertThat(fact.year()).isEqualTo(year);
      assertThat(fact.kind()).isEqualTo(org.mingzhang.model.Fact.Kind.AMOUNT);
      assertThat(AgencyFacts.sliceOf(fact)).isEqualTo(agencyValue.slice());
      assertThat(fact.storedValue("entity")).isNull();
      assertThat(fact.storedValue("period")).isNull();
      assertThat(said.shown()).isEqualTo(fact.formatNumber());
      assertThat(said.address()).contains("#a-");
    }
  }

  private static void holdsChange(DirectAnswer.AgencyValue agencyValue) {
    if (agencyValue.change() != null && agencyValue.change().isComputed()) {
      BigDecimal after = agencyValue.cell().statedValues().getFirst().fact().number();
      BigDecimal before = agencyValue.cellOfYearBefore().statedValues().getFirst().fact().number();
      assertThat(agencyValue.change().yuan()).isEqualByComparingTo(after.subtract(before));
    } else if (agencyValue.change() != null) {
      assertThat(agencyValue.change().statedValues()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"哪些区三公经费上涨", "哪些单位2024年三公经费下降", "青石区三公经费最多的单位"})
  void a_list_holds_what_was_asked_in_order_and_names_how_many_it_leaves_out(String question) {
    always(
        question,
        (answer, ledger) -> {
          QuestionOperator operator = answer.question().operator();
          Predicate<DirectAnswer.AgencyValue> asked =
              switch (operator) {
                case RISE -> agencyValue -> Objects.requireNonNull(agencyValue.change()).sign() > 0;
                case FALL -> agencyValue -> Objects.requireNonNull(agencyValue.change()).sign() < 0;
                default -> DirectAnswer.AgencyValue::hasValue;
              };
          assertThat(answer.lines()).allMatch(asked);
          DirectAnswer.OmittedAgencies omittedAgencies = answer.omittedAgencies();
          assertThat(
                  answer.lines().size()
                      + omittedAgencies.unstated()
                      + omittedAgencies.uncollected()
                      + omittedAgencies.otherwise()
                      + omittedAgencies.incomparable()
                      + omittedAgencies.unmoved())
              .isEqualTo(answer.question().subject().agencies().size());
          assertThat(answer.lines())
              .allMatch(agencyValue -> agencyValue.slice().equals(answer.basis().slice()))
              .allMatch(agencyValue -> agencyValue.year() == answer.basis().year());
          List<BigDecimal> numbers =
              answer.lines().stream()
                  .filter(agencyValue -> agencyValue.cell().isStated())
                  .filter(
                      agencyValue ->
                          agencyValue.change() == null || !agencyValue.change().baseIsZero())
                  .map(
                      agencyValue ->
                          operator.comparesYears()
                              ? Objects.requireNonNull(agencyValue.change()).yuan()
                              : agencyValue.cell().statedValues().getFirst().fact().number())
                  .toList();
          assertThat(numbers)
              .isSortedAccordingTo(
                  operator == QuestionOperator.FALL
                      ? java.util.Comparator.<BigDecimal>naturalOrder()
                      : java.util.Comparator.<BigDecimal>reverseOrder());
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"三公经费", "青石区教育局2023年三公经费的原因", "青石区 教育局"})
  void nothing_is_looked_up_for_what_is_no_question(String typed) {
    RandomFactIndex ledger = new RandomFactIndex(new Random(1));
    ledger.documents.clear();
    for (Hit fact : ledger.facts) {
      assertThat(fact.title()).isEqualTo(RandomFactIndex.ACCOUNT);
    }
    assertThat(
            new AnswerFinder(ledger, new DocumentCatalog(ledger, id -> Optional.empty()), CLOCK)
                .answer(typed, LINKS))
        .isEmpty();
  }
}
