package org.mingzhang.web.render;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.AgencyType;
import org.mingzhang.model.Category;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Finding;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.SearchScope;
import org.mingzhang.model.Stage;
import org.mingzhang.model.Topic;
import org.mingzhang.query.SearchRequest;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.ParameterFault;

/**
 * Messages and names of domain values in the language of a page. Names of places and agencies, and
 * headings, are not translated. A label that is not known is returned unchanged.
 *
 * @param messages the texts
 * @param language the language
 */
public record Labels(Messages messages, Language language) {
  /** Name of an enum constant that precedes a reason. */
  private static final Pattern REASON_CODE = Pattern.compile("(^|: )[A-Z_]{3,}: ");

  /**
   * The text with a key.
   *
   * @throws IllegalArgumentException if there is no such key, as in all methods that take one
   */
  public String text(String key) {
    return messages.get(language, key);
  }

  /** The text with a key, with its placeholder replaced by a value. */
  public String text(String key, Object value) {
    return messages.get(language, key, value);
  }

  /** The text with a key, with its placeholders replaced by two values. */
  public String text(String key, Object firstValue, Object secondValue) {
    return messages.get(language, key, firstValue, secondValue);
  }

  /**
   * The text with a key, with its placeholders replaced by values. Not for templates, which cannot
   * call varargs.
   */
  public String format(String key, Object... values) {
    return messages.get(language, key, values);
  }

  /** A sentence on what is wrong with a parameter, which is named as in addresses. */
  public String describe(ParameterFault fault) {
    return describe(fault, fault.parameter(), fault.allowedValues());
  }

  private String describe(ParameterFault fault, String parameter, String allowed) {
    if (fault.kind() == ParameterFault.Kind.SCOPE) {
      return format(
          "error.400.scope", parameter, namesOfScopes(fault.value()), namesOfScopes(allowed));
    }
    return format(
        "error.400." + id(fault.kind()),
        parameter,
        fault.value(),
        messages.keys(language).contains(allowed) ? text(allowed) : allowed);
  }

  /** The names of scopes, each with its id in brackets, from ids separated by commas. */
  private String namesOfScopes(String ids) {
    return Arrays.stream(ids.split(", ", -1))
        .filter(id -> !id.isEmpty())
        .map(id -> text("error.400.scope.name", text("scope." + id), id))
        .collect(Collectors.joining(", "));
  }

  /**
   * Sentences on what is wrong with a parameter of a page, and what the page does about it.
   * Parameters are named by their labels, with the name in addresses in brackets.
   */
  public String describeLeftOut(ParameterFault fault) {
    boolean firstUsed = fault.kind() == ParameterFault.Kind.REPEATED;
    boolean listed = fault.kind() == ParameterFault.Kind.UNKNOWN;
    String allowed =
        listed
            ? Arrays.stream(fault.allowedValues().split(", ", -1))
                .map(this::nameOfParameter)
                .collect(Collectors.joining(", "))
            : fault.allowedValues();
    return describe(fault, nameOfParameter(fault.parameter()), allowed)
        + text(firstUsed ? "error.400.first" : "error.400.ignored");
  }

  /**
   * Label of a parameter with its name in addresses in brackets; the name alone if it has no label.
   *
   * @param parameter the name, perhaps with the prefix of exclusions, or a value
   */
  private String nameOfParameter(String parameter) {
    String name = parameter.replaceFirst("^not\\.", "").replaceFirst("=.*", "");
    String facet = FacetDimension.ofId(name).isPresent() ? "facet." : "parameter.";
    return Stream.of("parameter." + name, facet + name)
        .filter(key -> messages.contains(language, key))
        .findFirst()
        .map(key -> text("error.400.scope.name", text(key), parameter))
        .orElse(parameter);
  }

  /** Name of a scope. */
  public String nameOf(SearchScope scope) {
    return text("scope." + scope.id());
  }

  /** Name of a facet. */
  public String nameOf(FacetDimension dimension) {
    return text("facet." + dimension.id());
  }

  /** Name of a facet's value. For a region or month, only the last name of its path. */
  public String nameOf(FacetDimension dimension, String value) {
    if (value.equals(SearchRequest.NOT_STATED)) {
      return text("facet.not-stated");
    }
    return switch (dimension) {
      case REGION, PUBLISHED -> value.substring(value.lastIndexOf('/') + 1);
      case CATEGORY -> category(value);
      case TOPIC -> topic(value);
      case AGENCY_TYPE -> agencyType(value);
      case TARGET_RESULT -> targetResult(value);
      case FINDING_KIND -> kind(value);
      case SEVERITY -> severity(value);
      case ACCOUNT -> account(value);
      case STAGE -> stage(value);
      case FUND -> fund(value);
      case PERIMETER -> perimeter(value);
      case FACT_KIND -> factKind(value);
      case DISPUTED -> text("fact.disputed");
      default -> value;
    };
  }

  /**
   * Name of an account for titles, with full-width brackets in Chinese. Accounts that are not in
   * the chart are returned as printed.
   */
  public String account(String name) {
    String printed = name.replace('(', '（').replace(')', '）');
    return ChartOfAccounts.agencies()
        .findAccount(name)
        .or(() -> ChartOfAccounts.governments().findAccount(name))
        .map(account -> language.choose(printed, capitalize(account.english())))
        .orElse(name);
  }

  private static String capitalize(String english) {
    return english.substring(0, 1).toUpperCase(Locale.ROOT) + english.substring(1);
  }

  /** Name of an account for use within a sentence; in English, it begins in lower case. */
  public String accountInSentence(String name) {
    String title = account(name);
    return language.choose(
        title, title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1));
  }

  /** Name of a stage given by its label; the text for unknown if that is null. */
  public String stage(@Nullable String label) {
    return label == null
        ? text("unknown")
        : Stage.ofLabel(label).map(s -> language.choose(s.label(), s.english())).orElse(label);
  }

  /** Name of a fund given by its label, for sentences; the text for unknown if that is null. */
  public String fund(@Nullable String label) {
    return label == null
        ? text("unknown")
        : Fund.ofLabel(label).map(f -> text("fund." + id(f))).orElse(label);
  }

  /** Name of a perimeter given by its label, for sentences; the text for unknown if null. */
  public String perimeter(@Nullable String label) {
    return label == null
        ? text("unknown")
        : Perimeter.ofLabel(label).map(p -> text("perimeter." + id(p))).orElse(label);
  }

  /**
   * What a context states of perimeter, fund, year, period, instant, stage and basis, in this
   * order; empty if it states none.
   */
  public List<String> slice(FactContext context) {
    Integer year = context.year();
    return Stream.of(
            Optional.ofNullable(context.perimeter()).map(p -> perimeter(p.label())),
            Optional.ofNullable(context.fund()).map(f -> fund(f.label())),
            Optional.ofNullable(year).map(String::valueOf),
            Optional.ofNullable(context.period()),
            Optional.ofNullable(context.instant()),
            Optional.ofNullable(context.stage()).map(s -> stage(s.label())),
            Optional.ofNullable(context.basis()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Name of a kind of fact, such as an amount or a rate, given by its id. */
  public String factKind(String kind) {
    return Fact.Kind.ofId(kind).map(k -> text("fact.kind." + k.id())).orElse(kind);
  }

  /** Name of a kind of agency given by its label. */
  public String agencyType(String label) {
    return AgencyType.ofLabel(label)
        .map(t -> language.choose(t.label(), t.english()))
        .orElse(label);
  }

  /** Name of a category given by its label; empty for null. */
  public String category(@Nullable String label) {
    return label == null
        ? ""
        : Category.ofLabel(label).map(c -> language.choose(c.label(), c.english())).orElse(label);
  }

  /** Name of a topic given by its label; empty for null. */
  public String topic(@Nullable String label) {
    return label == null
        ? ""
        : Topic.ofLabel(label).map(t -> language.choose(t.label(), t.english())).orElse(label);
  }

  /** Name of the result of a target, given as stored in the index; the text for unknown if none. */
  public String targetResult(@Nullable String value) {
    return findConstant(Indicator.TargetResult.class, value)
        .map(m -> language.choose(m.label(), m.english()))
        .orElse(text("unknown"));
  }

  /** Short name for style sheets: {@code met}, {@code missed} or {@code unknown}. */
  public static String targetResultClass(@Nullable String value) {
    return findConstant(Indicator.TargetResult.class, value).map(Labels::id).orElse("unknown");
  }

  /** The name of an enum constant in the index and in addresses. */
  public static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> Optional<E> findConstant(
      Class<E> type, @Nullable String value) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> id(c).equals(value)).findFirst();
  }

  /** Name of a kind of finding, given by its id; the id itself if it is unknown. */
  public String kind(String id) {
    return Arrays.stream(Finding.Kind.values())
        .filter(k -> k.id().equals(id))
        .map(k -> language.choose(k.label(), k.english()))
        .findFirst()
        .orElse(id);
  }

  /** A finding's message in the language of the page. */
  public String message(String chinese, String english) {
    return language.choose(chinese, FindingMessageTranslator.translateMessage(english));
  }

  /** A warning from reading a document, which is stored in English. */
  public String warning(String english) {
    return language.choose(SentenceTranslations.WARNINGS.translate(english), english);
  }

  /**
   * The reason why an address was not fetched or is gone, a file was not stored or an action was
   * refused, given as stored in the ledger; empty for null.
   */
  public String reason(@Nullable String english) {
    return english == null
        ? ""
        : language.choose(
            SentenceTranslations.REASONS.translate(english),
            REASON_CODE.matcher(english).replaceAll("$1"));
  }

  /**
   * A finding's computation; in Chinese if it cannot be fully translated into English, empty for
   * null.
   */
  public String formula(@Nullable String formula) {
    return formula == null
        ? ""
        : language.choose(formula, FindingMessageTranslator.translateFormula(formula));
  }

  /** An amount for running text: 3.43 万元, 34,300 yuan. */
  public String money(BigDecimal yuan) {
    return language.choose(
        text("amount.wan", AmountFormat.formatTenThousands(yuan)),
        FindingMessageTranslator.formatYuan(yuan));
  }

  /**
   * An amount of money given in 万元 as text, with its sign: in 万元, or in yuan on English pages if it
   * is a plain number.
   */
  public String money(String tenThousands) {
    boolean below = tenThousands.startsWith("−") || tenThousands.startsWith("-");
    boolean signed = below || tenThousands.startsWith("+");
    String number = (signed ? tenThousands.substring(1) : tenThousands).replace(",", "");
    return language == Language.ENGLISH && number.matches("\\d+(\\.\\d+)?")
        ? (signed ? tenThousands.substring(0, 1) : "")
            + FindingMessageTranslator.formatYuan(new BigDecimal(number).movePointRight(4))
        : text("amount.wan", tenThousands);
  }

  /**
   * An amount in 万元: without a unit on Chinese pages, with its unit on English ones; see {@link
   * #unitAfterNumber}.
   */
  public String figure(String tenThousands) {
    return language.choose(tenThousands, money(tenThousands));
  }

  /** The unit that follows {@link #figure}; empty in English, where the number contains it. */
  public String unitAfterNumber(String unit) {
    return language.choose(unit, "");
  }

  /** Name of a severity, given as stored in the index; empty if there is none with this id. */
  public String severity(@Nullable String value) {
    return findConstant(Finding.Severity.class, value)
        .map(s -> language.choose(s.label(), s.english()))
        .orElse("");
  }

  /** Short name of a severity for style sheets; {@code wording} if it is unknown. */
  public static String severityClass(@Nullable String value) {
    return findConstant(Finding.Severity.class, value).map(Labels::id).orElse("wording");
  }
}
