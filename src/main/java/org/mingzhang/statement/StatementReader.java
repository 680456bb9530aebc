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
    Settings settings = new Settings(disclosure, lexicon, tokenizer);
    Allowance allowance = new Allowance(budget);
    List<SectionStatements> all = new ArrayList<>();
    for (Section section : disclosure.sections()) {
      if (section.topic() != Topic.GLOSSARY && !allowance.isOver(0)) {
        List<Statement> statements = read(section, settings, allowance);
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

  private List<Statement> read(Section section, Settings settings, Allowance allowance) {
    Setting setting = settings.of(section);
    SectionText text = SectionText.of(section);
    FoldedText folded = FoldedText.of(text.text());
    SpanMaker spans = (start, end) -> text.span(folded.start(start), folded.end(end));
    PhraseReader phrases = new PhraseReader(folded, lexicon, setting, spans);
    Discourse discourse = new Discourse(setting, phrases);
    List<Token> tokens = tokenizer.tokens(folded);
    discourse.unitHint =
        UnitNote.find(FoldedText.of(section.title()).text() + folded.text(), lexicon);
    AnnouncedFrame announced = new AnnouncedFrame();
    ClauseReader reader = new ClauseReader(folded, spans, discourse);
    Clause last = null;
    List<Clause> clauses = ClauseSplitter.split(BracketedRates.behindValues(tokens));
    List<String> flows = FlowAhead.of(clauses, folded);
    List<Token.@Nullable Numeral> rates = RateAhead.of(clauses);
    for (int i = 0; i < clauses.size() && !allowance.isOver(discourse.out.size()); i++) {
      Clause clause = clauses.get(i);
      discourse.rateAhead = rates.get(i);
      discourse.flowAhead = flows.get(i);
      discourse.addsAhead = i + 1 < clauses.size() && adds(clause, clauses.get(i + 1));
      discourse.behindCount = i > 0 && counts(clauses.get(i - 1));
      reader.read(clause);
      String words =
          folded.text().substring(clause.start(), clause.end()).replaceAll("[：:，。]$", "");
      Frame frame = announced.read(clause, words, setting.frame());
      if (frame != null) {
        setting = setting.withFrame(frame);
        discourse.setting = discourse.setting.withFrame(frame);
        settings.announced(section, setting);
      }
      if (clause.after() == '\n' || (clause.after() == '：' && Settings.headsProject(words))) {
        discourse.heading(settings.under(setting, words));
      }
      last = clause;
    }
    allowance.over = allowance.over || text.isCut();
    discourse.end(allowance.over || cutOff(last));
    return discourse.out;
  }

  /** 支出45.90亿元，加上解支出1.40亿元: whether the next clause adds to what this one says. */
  private static boolean adds(Clause clause, Clause next) {
    return clause.after() == '，'
        && !next.tokens().isEmpty()
        && next.tokens().getFirst().is(WordClass.ADD);
  }

  /** 实际完成426台，完成率106.5%: whether a clause counts things and says no amount of money. */
  private static boolean counts(Clause clause) {
    List<Quantity.Measure> measures =
        clause.tokens().stream()
            .filter(Token.Numeral.class::isInstance)
            .map(token -> ((Token.Numeral) token).measure())
            .toList();
    return clause.after() == '，'
        && measures.contains(Quantity.Measure.COUNT)
        && !measures.contains(Quantity.Measure.MONEY);
  }

  /** Whether a text stops in the middle: at a name without its amount or a number without unit. */
  private static boolean cutOff(@Nullable Clause last) {
    if (last == null || last.after() != 0 || last.tokens().isEmpty()) {
      return false;
    }
    Token end = last.tokens().getLast();
    return end instanceof Token.Name
        || (end instanceof Token.Numeral number && number.measure() == Quantity.Measure.BARE);
  }
}
