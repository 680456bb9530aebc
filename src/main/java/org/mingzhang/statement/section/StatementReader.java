package org.mingzhang.statement.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.statement.DocumentStatements;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.clause.ClauseContext;
import org.mingzhang.statement.clause.ClauseReader;
import org.mingzhang.statement.clause.DiscourseState;
import org.mingzhang.statement.phrase.AmountPhraseReader;
import org.mingzhang.statement.phrase.InheritedContext;
import org.mingzhang.statement.token.BracketedRateRewriter;
import org.mingzhang.statement.token.Clause;
import org.mingzhang.statement.token.ClauseSplitter;
import org.mingzhang.statement.token.CountedNamesRewriter;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.IgnoredWordRemover;
import org.mingzhang.statement.token.LabeledNumberReader;
import org.mingzhang.statement.token.Lexicon;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.ProseTokenizer;
import org.mingzhang.statement.token.SectionText;
import org.mingzhang.statement.token.SpanMapper;
import org.mingzhang.statement.token.StageInNameRewriter;
import org.mingzhang.statement.token.TrailingTextAfterListFinder;
import org.mingzhang.statement.token.UnitNoteFinder;
import org.mingzhang.text.CpuTimeBudget;

/**
 * Reads the statements of the prose of a document, section by section. Tables are skipped, and so
 * are glossaries, whose amounts are examples. Thread-safe. The time is linear in the length of the
 * text.
 */
public final class StatementReader {
  /**
   * Maximum number of statements of a document; the rest of the text is not read. Without this
   * limit, a page that repeats one sentence for megabytes would fill the memory with facts.
   */
  public static final int MAX_STATEMENTS = 100_000;

  private final Lexicon lexicon = Lexicon.standard();
  private final ProseTokenizer tokenizer = new ProseTokenizer(lexicon);

  /** Reads the statements of all sections, in reading order. */
  public List<SectionStatements> read(Disclosure disclosure) {
    return read(disclosure, CpuTimeBudget.unlimited()).sections();
  }

  /**
   * Reads the statements of as many sections as a budget of processor time and {@link
   * #MAX_STATEMENTS} allow, in reading order.
   */
  public DocumentStatements read(Disclosure disclosure, CpuTimeBudget budget) {
    SectionContextBuilder contextBuilder =
        new SectionContextBuilder(disclosure, lexicon, tokenizer);
    UnitNoteFinder unitNoteFinder = new UnitNoteFinder(disclosure.sections(), lexicon);
    StatementAllowance statementAllowance = new StatementAllowance(budget);
    List<SectionStatements> all = new ArrayList<>();
    Set<String> lastItems = TrailingTextAfterListFinder.findLastItems(disclosure.sections());
    for (Section section : disclosure.sections()) {
      if (section.topic() != Topic.GLOSSARY && !statementAllowance.isExhaustedAt(0)) {
        SectionStatements read =
            read(
                section,
                lastItems.contains(section.path()),
                contextBuilder,
                unitNoteFinder,
                statementAllowance);
        statementAllowance.remaining -= read.statements().size();
        all.add(read);
      }
    }
    return new DocumentStatements(all, !statementAllowance.exhausted);
  }

  private static final Pattern CLAUSE_END = Pattern.compile("[：:，。]$");

  /** The number of statements that may still be read from a document, and its processor time. */
  private static final class StatementAllowance {
    private final CpuTimeBudget budget;
    private int remaining = MAX_STATEMENTS;
    private boolean exhausted;

    StatementAllowance(CpuTimeBudget budget) {
      this.budget = budget;
      this.exhausted = budget.isExhausted();
    }

    /**
     * Whether reading must stop at this number of statements of a section. After the first positive
     * answer every later one is positive too.
     */
    boolean isExhaustedAt(int statementCount) {
      exhausted = exhausted || statementCount >= remaining || budget.isExhaustedSampled();
      return exhausted;
    }
  }

  private SectionStatements read(
      Section section,
      boolean isLastItemOfList,
      SectionContextBuilder contextBuilder,
      UnitNoteFinder unitNoteFinder,
      StatementAllowance statementAllowance) {
    InheritedContext context = contextBuilder.deriveAndRemember(section);
    SectionText text = SectionText.build(section);
    FoldedText foldedText = FoldedText.fold(text.text());
    SpanMapper spanMapper =
        (start, end) -> text.span(foldedText.originalStart(start), foldedText.originalEnd(end));
    AmountPhraseReader phraseReader =
        new AmountPhraseReader(foldedText, lexicon, context, spanMapper);
    DiscourseState discourse = new DiscourseState(context, phraseReader);
    discourse.unitHint = unitNoteFinder.find(section, foldedText);
    BudgetAnnouncementReader announcementReader = new BudgetAnnouncementReader();
    ClauseReader reader = new ClauseReader(foldedText, spanMapper, discourse);
    Clause last = null;
    List<ProseToken> tokens =
        CountedNamesRewriter.rewrite(
            foldedText,
            StageInNameRewriter.rewrite(foldedText, lexicon, tokenizer.tokenize(foldedText)));
    List<Clause> clauses =
        ClauseSplitter.split(
            foldedText,
            BracketedRateRewriter.rewrite(IgnoredWordRemover.removeFrom(foldedText, tokens)));
    List<ClauseContext> clauseContexts = ClauseContext.determineAll(clauses, foldedText);
    for (int i = 0;
        i < clauses.size() && !statementAllowance.isExhaustedAt(discourse.statements.size());
        i++) {
      Clause clause = clauses.get(i);
      if (isLastItemOfList && text.partIndexAt(foldedText.originalStart(clause.start())) > 0) {
        isLastItemOfList = false;
        context = contextBuilder.contextAbove(section);
        discourse.enterHeading(context);
      }
      discourse.clauseContext = clauseContexts.get(i);
      reader.read(clause);
      String words =
          CLAUSE_END
              .matcher(foldedText.text().substring(clause.start(), clause.end()))
              .replaceAll("");
      StageAndTime announced = announcementReader.read(clause, words, context.stageAndTime());
      if (announced != null) {
        context = context.withStageAndTime(announced);
        discourse.context = discourse.context.withStageAndTime(announced);
        contextBuilder.replaceContext(section, context);
      }
      if (i + 1 == clauses.size()) {
        contextBuilder.itemFunds().readLastClause(section, context, clause, words);
      }
      boolean heading = clause.markAfter() == '\n' && !clause.holdsOnlyListMark();
      if (heading || (clause.markAfter() == '：' && ProjectTitleReader.isProjectHeading(words))) {
        discourse.enterHeading(contextBuilder.deriveContext(context, words));
      }
      last = clause;
    }
    statementAllowance.exhausted = statementAllowance.exhausted || text.isTruncated();
    contextBuilder
        .itemFunds()
        .readTotals(
            section,
            context,
            text.text(),
            discourse.statements,
            phraseReader.nameResolver().relations());
    discourse.endSection(statementAllowance.exhausted || isCutOff(last));
    return new SectionStatements(
        section,
        AssumedFundCorrector.correct(discourse.statements, phraseReader.nameResolver().relations()),
        LabeledNumberReader.read(foldedText, text, tokens));
  }

  /**
   * Whether a text breaks off, that is, ends with a name without an amount or a number without a
   * unit.
   */
  private static boolean isCutOff(@Nullable Clause last) {
    if (last == null || last.markAfter() != 0 || last.tokens().isEmpty()) {
      return false;
    }
    ProseToken end = last.tokens().getLast();
    return end instanceof ProseToken.Name
        || (end instanceof ProseToken.Numeral number && number.measure() == Quantity.Measure.BARE);
  }
}
