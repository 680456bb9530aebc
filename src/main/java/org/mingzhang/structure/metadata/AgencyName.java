package org.mingzhang.structure.metadata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;

/**
 * The name of a publishing agency, without surrounding words of titles or tables.
 *
 * @param name full name as printed, without 本级 and similar words
 * @param readScope the scope that the surrounding words imply: 本级 and （行政） mean one unit
 */
record AgencyName(String name, Scope readScope) {
  private static final int MAX_NAME_LENGTH = 45;

  private static final Pattern LEADING_MARK =
      Pattern.compile(
          "^(?:附件?[0-9一二三四五六七八九十]*[：:、.．\\-—]*|关于(?:公开|印发|公布|报送|批复)?|公开|\\d{1,2}(?:[.．]\\d{1,2})+(?=\\p{IsHan})|\\d{1,4}[、.．\\-—_]+|\\d{3,14}[\\-—]|[〔（][0-9]{3,12}[）〕]|[0-9A-Za-z]{3,20}(?=\\p{IsHan})(?!年)|[A-Za-z][0-9]{12,30}[\\-—]"
              + "|[《〈“\"【】〔*·•★※◆■\\-—_、.．，,：]+|（[一二三四五六七八九十0-9]{1,3}）|（附件?[0-9一二三四五六七八九十]*）)+");

  private static final Pattern TRAIL =
      Pattern.compile(
          "(?<words>（(?:本级|行政|机关|机关本级|汇总|合并|部门|单位|含下属单位|盖章|公章|签章|加盖公章|一级预算单位|二级预算单位)）|本级|关于(?:公开|开展|报送)?|公开|"
              + "(?<!主管)部门|(?<!事业)单位|(?<=[省市县区州旗])和|及所属(?:单位|部门)?|的|[、，,：:\\-—_·》”\"】〕（/]+)$");

  private static final String AGENCY_NOUNS =
      "局|厅|委|委员会|办公室|办|部|院|会|所|站|中心|学校|校|中学|小学|[一二三四五六七八九十]中|大学|学院|幼儿园|园|馆|队|团"
          + "|处|署|社|台|政府|街道|镇|乡|苏木|公司|集团|场|厂|组|库|基地|宫|监狱|海关|政协|人大|联|科协|作协|开发区|新区|管理区|园区"
          + "|示范区|保护区|风景区|度假区|名胜区|实验区|试验区|合作区|特区|示范园|军分区|指挥部|专班|林场|农场|医院|科|公路段|段|站点|军休所|党校|协会|学会";

  private static final Pattern AGENCY_ENDING =
      Pattern.compile("(?:" + AGENCY_NOUNS + ")(?:（[\\p{IsHan}、·]{2,25}）)?$");

  private static final Pattern LONGEST_NAME_PREFIX =
      Pattern.compile("^.{2,40}(?:" + AGENCY_NOUNS + ")");

  private static final Pattern CHARACTERS =
      Pattern.compile("[\\p{IsHan}0-9A-Za-z（）·—\\-、“”－〇]{2," + MAX_NAME_LENGTH + "}");

  /**
   * Characters that begin the rest of a sentence and not a name, unless a place name starts there:
   * 和 and 日 also begin names of cities.
   */
  private static final String NON_INITIAL_CHARACTERS = "是由为在以及和与的其各该本我将对年月日";

  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "决算|预算|绩效|主管(?:部门|单位)|实施单位|（单位）|（部门）|评价小?组|自评|报告|说明|情况|目录|年度|收入|支出|经费|概况|职责|职能|[一二三四五六]部分|有关|公开|附表|附件|名称|负责人|本部门|本单位"
              + "|我[局厅委办部院会所站校省市区县]|以下|我单位|[所下直]属$|[XxＸｘ×*＊]{2}|一览|(?<!机构)编制|批复|报表|总表|[是为由]$|资金|项目|制表|审核|次会议|会议上|[月日年]\\d|表$|万元|盖章|20\\d\\d");

  private static final Pattern BARE_ENDING =
      Pattern.compile(
          "(?:(?:自然)?资源|(?:社会|医疗)?保障|和?社会保障|监督|事务|行政|综合|执法|服务|管理|监督管理|事务管理|事务服务|公共服务|管理服务|综合服务)?"
              + "(?:局|中心|委员会|委|办公室|办|处|所|站|队|支队|大队|总队|分局)");

  /**
   * The ending of names of sections of an agency, which do not publish accounts of their own:
   * 某市水利局防汛股.
   */
  private static final Pattern SECTION =
      Pattern.compile("(?<body>.{4,}?(?:局|委员会|办公室|中心|人民政府|总工会))\\p{IsHan}{2,10}股");

  private static final Pattern SECTION_END = Pattern.compile("(?:科|股|组|[^馆社]室)$");
  private static final int MAX_SECTION_NAME_LENGTH = 12;

  /**
   * A text with the form of a place name, even if the gazetteer does not have it; excludes 城市, 社区,
   * 开发区, 各县.
   */
  private static final Pattern PLACE_SHAPED =
      Pattern.compile(
          "(?:\\p{IsHan}{2,5}(?<![全我本各某该外两几个多其])(?:(?<![城超都门股上])市|县|(?<![社园发山地辖小景库灾林牧新城市矿港片校战疆治政护游务验作业术济税行街])区|自治旗)){1,3}"
              + "(?=\\p{IsHan}{2})|\\p{IsHan}{2,4}(?:镇|乡)(?=人民政府|财政所|中心)|\\p{IsHan}{2,4}街道(?=办事处)");

  private static final Pattern NO_PLACE = Pattern.compile("^(?:全|我|本|各|某|该|外|两|所|[省市县区州])");

  /** The words before the place in the name of a party, its branch or a national service. */
  private static final Pattern NATIONAL_PREFIX =
      Pattern.compile(
          "^(?:中国共产党|中共|中国人民政治协商会议|政协|中国共产主义青年团|共产主义青年团|共青团|国家税务总局|国家统计局|中国国民党革命委员会|民革|中国民主同盟|民盟"
              + "|中国民主建国会|民建|中国民主促进会|民进|中国农工民主党|农工党|中国致公党|致公党|九三学社|台湾民主自治同盟|台盟|中国国际贸易促进委员会|中国)");

  /** A division of the Production and Construction Corps, which shares agencies with its city. */
  private static final Pattern CORPS = Pattern.compile("(?:新疆生产建设)?兵团第[一二三四五六七八九十]{1,3}师");

  /** The name in these words; empty if they are not a name. */
  static Optional<AgencyName> readFrom(String compact) {
    String name = compact;
    Scope scope = Scope.UNKNOWN;
    Matcher lead = LEADING_MARK.matcher(name);
    name = lead.find() ? name.substring(lead.end()) : name;
    name = name.indexOf("关于") > 2 ? name.substring(0, name.indexOf("关于")) : name;
    for (Matcher trail = TRAIL.matcher(name); trail.find(); trail = TRAIL.matcher(name)) {
      scope = scope == Scope.UNKNOWN ? readScope(trail.group("words")) : scope;
      name = name.substring(0, trail.start());
    }
    Matcher section = SECTION.matcher(name);
    name = section.matches() ? section.group("body") : name;
    return isValid(name) ? Optional.of(new AgencyName(name, scope)) : Optional.empty();
  }

  /** The longest name at the start of these words: 某局 in 某局职工之家建设. */
  static Optional<AgencyName> readLongestPrefix(String compact) {
    Matcher lead = LEADING_MARK.matcher(compact);
    String words = lead.find() ? compact.substring(lead.end()) : compact;
    Matcher organ = LONGEST_NAME_PREFIX.matcher(words);
    return organ.find() ? readFrom(organ.group()) : Optional.empty();
  }

  private static boolean isValid(String name) {
    return CHARACTERS.matcher(name).matches()
        && !NOT_A_NAME.matcher(name).find()
        && (NON_INITIAL_CHARACTERS.indexOf(name.charAt(0)) < 0
            || Gazetteer.standard().leadingPlaces(name).links() > 0);
  }

  /** Whether the name is only the end of a name broken over lines: 资源局 of 自然资源局. */
  boolean isBareEnding() {
    return BARE_ENDING.matcher(name).matches();
  }

  /** Whether the name is that of a section without its agency: 农业工作科, 产业发展股. */
  boolean isSectionName() {
    return name.length() <= MAX_SECTION_NAME_LENGTH
        && SECTION_END.matcher(name).find()
        && !hasPlace();
  }

  /** Whether the name ends like an agency's: 局, 委员会, 医院, 街道. */
  boolean hasAgencyEnding() {
    return name.length() > 2 && AGENCY_ENDING.matcher(name).find() && !isBareYouthLeague(name);
  }

  /**
   * Whether the name is only 共青团, which is the beginning of a longer name, although 团 also ends
   * names of regiments.
   */
  private static boolean isBareYouthLeague(String name) {
    return name.endsWith("团") && isStartOfName(name);
  }

  /**
   * Whether the name begins with a place of the gazetteer, or with text of the form of a place.
   * Only for names after labels.
   */
  boolean hasPlace() {
    String plain = withoutPrefix();
    return leadingPlaces(Gazetteer.standard()).links() > 0
        || (!NO_PLACE.matcher(plain).find() && PLACE_SHAPED.matcher(plain).lookingAt());
  }

  /** Parses the places at the start of the name, after words such as 中共 that precede them. */
  PlaceChain leadingPlaces(Gazetteer gazetteer) {
    PlaceChain chain = gazetteer.leadingPlaces(name);
    return chain.candidates().isEmpty() ? gazetteer.leadingPlaces(withoutPrefix()) : chain;
  }

  /** The rest of the name after its places: 总工会 of 某市某区总工会. */
  String nameAfterPlaces(Gazetteer gazetteer) {
    PlaceChain chain = gazetteer.leadingPlaces(name);
    return chain.candidates().isEmpty()
        ? withoutPrefix().substring(gazetteer.leadingPlaces(withoutPrefix()).end())
        : name.substring(chain.end());
  }

  /** Whether a line is only the beginning of a longer name: 中国共产主义青年团. */
  static boolean isStartOfName(String line) {
    return NATIONAL_PREFIX.matcher(line).matches() || CORPS.matcher(line).matches();
  }

  /** The name without words such as 中共 before its place. */
  private String withoutPrefix() {
    Matcher front = NATIONAL_PREFIX.matcher(name);
    return front.find() ? name.substring(front.end()) : name;
  }

  /** Whether the name consists of places only, such as 福建省厦门市. */
  boolean isPlace(Gazetteer gazetteer) {
    PlaceChain chain = gazetteer.leadingPlaces(name);
    return !chain.candidates().isEmpty()
        && !name.endsWith("行政委员会")
        && name.substring(chain.end()).matches("(?:全|本|和)?[省市区县州]?本?级?(?:（[^（）]{2,8}区）)?");
  }

  private static Scope readScope(String words) {
    if (words.contains("本级") || words.contains("行政") || words.contains("机关")) {
      return Scope.UNIT;
    }
    return switch (words) {
      case "单位", "（单位）", "（二级预算单位）" -> Scope.UNIT;
      case "部门", "（部门）", "（汇总）", "（合并）" -> Scope.DEPARTMENT;
      default -> Scope.UNKNOWN;
    };
  }
}
