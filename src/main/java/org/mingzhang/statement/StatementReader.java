package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.text.WorkBudget;

/**
 * Reads the statements of the prose of a document, section by section. Tables are left out, and so
 * are glossaries, whose amounts are examples. Safe on many threads; linear in the length of the
 * text.
 */
public final class StatementReader {
  /**
   * Most statements of a document; what follows is not read. A page that repeats one sentence for
   * megabytes would fill the memory with facts.
   */
  public static final int MOST_STATEMENTS = 100_000;

  private final Lexicon lexicon = Lexicon.standard();
  private final Tokenizer tokenizer = new Tokenizer(lexicon);

  /** The statements of all sections in reading order. */
  public List<SectionStatements> read(Disclosure disclosure) {
    return read(disclosure, WorkBudget.unlimited()).sections();
  }

  /** The statements of as many sections, in reading order, as a budget allows. */
  public DocumentStatements read(Disclosure disclosure, WorkBudget budget) {
    SectionContexts contexts = new SectionContexts(disclosure, lexicon, tokenizer);
    Allowance allowance = new Allowance(budget);
    List<SectionStatements> all = new ArrayList<>();
    for (Section section : disclosure.sections()) {
      if (section.topic() != Topic.GLOSSARY && !allowance.isOver(0)) {
        List<Statement> statements = read(section, contexts, allowance);
        allowance.left -= statements.size();
        all.add(new SectionStatements(section, statements));
      }
    }
    return new DocumentStatements(all, !allowance.over);
  }

  /** What may still be read of a document. */
  private static final class Allowance {
    private final WorkBudget budget;
    private int left = MOST_STATEMENTS;
    private boolean over;

    Allowance(WorkBudget budget) {
      this.budget = budget;
      this.over = budget.isOver();
    }

    /** Whether no more may be read than so many statements of a section; stays so. */
    boolean isOver(int statements) {
      over = over || statements >= left || budget.isSpent();
      return over;
    }
  }

  private List<Statement> read(Section section, SectionContexts contexts, Allowance allowance) {
    InheritedContext context = contexts.enter(section);
    SectionText text = SectionText.of(section);
    FoldedText folded = FoldedText.fold(text.text());
    SpanMapper spans = (start, end) -> text.span(folded.originalStart(start), folded.originalEnd(end));
    PhraseReader phrases = new PhraseReader(folded, lexicon, context, spans);
    Discourse discourse = new Discourse(context, phrases);
    List<Token> tokens = tokenizer.tokens(folded);
    discourse.unitHint =
        UnitNote.find(FoldedText.fold(section.title()).text() + folded.text(), lexicon);
    AnnouncementReader announced = new AnnouncementReader();
    ClauseReader reader = new ClauseReader(folded, spans, discourse);
    Clause last = null;
    List<Clause> clauses = ClauseSplitter.split(BracketedRateRewriter.rewrite(tokens));
    List<String> flows = FlowLookahead.laterFlows(clauses, folded);
    List<Token.@Nullable Numeral> rates = RateLookahead.ratesOfNext(clauses);
    for (int i = 0; i < clauses.size() && !allowance.isOver(discourse.statements.size()); i++) {
      Clause clause = clauses.get(i);
      discourse.nextRate = rates.get(i);
      discourse.laterFlow = flows.get(i);
      discourse.nextClauseAdds = i + 1 < clauses.size() && startsWithAddition(clause, clauses.get(i + 1));
      discourse.afterCount = i > 0 && isCountWithoutMoney(clauses.get(i - 1));
      reader.read(clause);
      String words =
          folded.text().substring(clause.start(), clause.end()).replaceAll("[：:，。]$", "");
      Frame frame = announced.read(clause, words, context.frame());
      if (frame != null) {
        context = context.withFrame(frame);
        discourse.context = discourse.context.withFrame(frame);
        contexts.replace(section, context);
      }
      if (clause.markAfter() == '\n' || (clause.markAfter() == '：' && SectionContexts.isProjectHeading(words))) {
        discourse.enterHeading(contexts.derive(context, words));
      }
      last = clause;
    }
    allowance.over = allowance.over || text.isCut();
    discourse.endText(allowance.over || isCutOff(last));
    return discourse.statements;
  }

  /** 支出45.90亿元，加上解支出1.40亿元: whether the next clause adds to what this one says. */
  private static boolean startsWithAddition(Clause clause, Clause next) {
    return clause.markAfter() == '，'
        && !next.tokens().isEmpty()
        && next.tokens().getFirst().is(WordClass.ADD);
  }

  /** 实际完成426台，完成率106.5%: whether a clause counts things and says no amount of money. */
  private static boolean isCountWithoutMoney(Clause clause) {
    List<Quantity.Measure> measures =
        clause.tokens().stream()
            .filter(Token.Numeral.class::isInstance)
            .map(token -> ((Token.Numeral) token).measure())
            .toList();
    return clause.markAfter() == '，'
        && measures.contains(Quantity.Measure.COUNT)
        && !measures.contains(Quantity.Measure.MONEY);
  }

  /** Whether a text stops in the middle: at a name without its amount or a number without unit. */
  private static boolean isCutOff(@Nullable Clause last) {
    if (last == null || last.markAfter() != 0 || last.tokens().isEmpty()) {
      return false;
    }
    Token end = last.tokens().getLast();
    return end instanceof Token.Name
        || (end instanceof Token.Numeral number && number.measure() == Quantity.Measure.BARE);
  }
}
