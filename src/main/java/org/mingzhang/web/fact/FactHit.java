package org.mingzhang.web.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.IndexedPlace;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.Links;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.render.AmountFormat;

/**
 * A fact found in the index.
 *
 * @param hit a hit of the scope of facts
 */
public record FactHit(Hit hit) {
  private static final Map<String, Integer> POWER =
      Map.of("元", 0, "千元", 3, "万元", 4, "百万元", 6, "亿元", 8);

  /** Account in the chart, or the printed name of an open account. */
  public String account() {
    return hit.title();
  }

  /** A dimension or column by the name that the index has for it; null where it is not stated. */
  public @Nullable String value(String name) {
    return hit.values().get(name);
  }

  /** What the value measures. */
  public Fact.Kind kind() {
    return Fact.Kind.ofId(hit.values().getOrDefault("kind", "")).orElse(Fact.Kind.AMOUNT);
  }

  /** The value: 元, per cent, or a number of the unit. */
  public BigDecimal number() {
    return new BigDecimal(hit.values().getOrDefault("value", "0"));
  }

  /** What one more in the last printed place would add, in the unit of {@link #number}. */
  public BigDecimal unitOfLastPlace() {
    String printed = hit.values().getOrDefault("printed", "");
    int point = printed.indexOf('.');
    int decimals = point < 0 ? 0 : printed.length() - point - 1;
    Integer power = POWER.get(hit.values().getOrDefault("unit", ""));
    return BigDecimal.ONE.scaleByPowerOfTen((power == null ? 0 : power) - decimals);
  }

  /** Year the value is about, or null. */
  public @Nullable Integer year() {
    return year(value("factYear"));
  }

  /** Year that a change or rate is against, or null. */
  public @Nullable Integer againstYear() {
    return year(value("againstYear"));
  }

  private static @Nullable Integer year(@Nullable String digits) {
    return digits != null && digits.matches("\\d{4}") ? Integer.valueOf(digits) : null;
  }

  /** Whether another place of the document gives another value. */
  public boolean disputed() {
    return value("disputed") != null;
  }

  /** Whether it was recognised from a scan, so that signs and digits may be wrong. */
  public boolean recognised() {
    return value("confidence") != null;
  }

  /** Whether it is said by the document of its own year. */
  public boolean ofOwnYear() {
    Integer year = year();
    return year != null && year.equals(hit.year());
  }

  /**
   * Whether it is about the whole year as reported, and for a balance about its end; what is about
   * a part of the year, or on another basis, is no value of the year.
   */
  public boolean ofWholeYear() {
    String instant = value("instant");
    return value("period") == null
        && value("basis") == null
        && (instant == null || instant.equals("年末"));
  }

  /** Whose accounts: the entity, else the agency, else the title of the document. */
  public String entity() {
    String entity = value("entity");
    String agency = entity == null ? hit.agency() : entity;
    return agency == null ? hit.documentTitle() : agency;
  }

  /**
   * The number as tables have it: amounts in 万元, changes and their rates with a sign, rates and
   * shares in per cent, counts with their unit.
   */
  public String shown() {
    BigDecimal number = number();
    String sign = number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "";
    boolean change = "change".equals(value("of"));
    return switch (kind()) {
      case AMOUNT, PER_HEAD -> AmountFormat.tenThousands(number);
      case CHANGE -> sign + AmountFormat.tenThousands(number.abs());
      case RATE -> (change ? sign : "") + AmountFormat.plain(number.abs()) + "%";
      case SHARE -> AmountFormat.plain(number) + "%";
      case COUNT -> AmountFormat.plain(number) + " " + hit.values().getOrDefault("unit", "");
    };
  }

  /** Everywhere the document says it, in reading order. */
  public List<IndexedPlace> places() {
    return IndexedPlace.decode(hit.values().getOrDefault("places", ""));
  }

  /** Name of the fact in addresses, {@code a-1f0a93c2}. */
  public String anchor() {
    return hit.id().substring(hit.id().indexOf('#') + 1);
  }

  /** Where it is marked in the text, without language. */
  public String address() {
    return marked("/d/" + place());
  }

  /** Address of another section of the entry; of the document itself where there is none. */
  public String address(String slug) {
    String document = Links.permalink(hit.documentId());
    return slug.isEmpty() ? document : marked(Links.permalink(hit.documentId(), slug));
  }

  private String marked(String section) {
    return new QueryString().add("fact", anchor()).on(section) + "#" + anchor();
  }

  /** Permalink id of its section, {@code DOCUMENT/SECTION}. */
  public String place() {
    return hit.id().substring(0, Math.max(0, hit.id().indexOf('#')));
  }
}
