package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.AgencyType;

/** Agency types by name: an ordered table in which the first matching row decides. */
final class AgencyTypes {
  private static final List<Map.Entry<AgencyType, Pattern>> TABLE =
      table(
          AgencyType.JUDICIAL, "法院(?:（.*）)?$|检察院(?:（.*）)?$",
          AgencyType.HOSPITAL,
              "医院|卫生院|(?<!环境)卫生服务中心|(?<!环境)卫生服务站|疾病预防控制中心|疾控中心|妇幼保健|血站|急救中心|疗养院|精神卫生中心|医疗救治|保健院|防治所$|防治院$",
          AgencyType.SCHOOL,
              "大学|(?<!科|行政|社会主义)学院|学校|职业(?:技术)?教育中心|职教中心|中学|小学|幼儿园|[附一二三四五六七八九十实]中$|附小$|[聋盲技体]校$|职高|中专|高中$|初中$",
          AgencyType.GOVERNMENT,
              "消防.{0,6}队(?:（.*）)?$|公安局.{2,20}队$|(?:交通警察|交警|特警|巡警).{0,8}队$|统计局.{0,12}调查队$",
          AgencyType.INSTITUTION, "(?:中心|所|站|馆|队|园|场|库|台|宫|研究院|科学院|福利院)(?:（.*）)?$",
          AgencyType.CONGRESS, "人民代表大会|人大|人民政治协商|政协",
          AgencyType.MASS_ORGANIZATION,
              "总工会|工会|共青团|共产主义青年团|团[省市区县州]委|妇女联合会|妇联|残疾人联合会|残联|科学技术协会|科协$|工商业联合会|工商联|文学艺术界|文联$"
                  + "|侨联|归国华侨|社会科学界|社科联|红十字会|贸促会|国际贸易促进|法学会|作家协会|作协|计划生育协会|黄埔|台联|台湾同胞联谊会|记者协会|供销"
                  + "|^民革|^民盟|^民建|^民进|^农工党|^致公党|^九三学社|^台盟|国民党革命委员会|民主同盟|民主建国会|民主促进会|农工民主党|致公党|民主自治同盟",
          AgencyType.SUBDISTRICT, "街道|[镇乡](?:人民)?政府|[镇乡]$|苏木|街办$|街工委",
          AgencyType.INSTITUTION, "党校$|行政学院|社会主义学院|党史|档案馆|融媒体",
          AgencyType.PARTY,
              "^中共|^中国共产党|纪委|纪律检查|监察委|监委|组织部|宣传部|统战部|统一战线|政法委|社会工作部|机构编制|编办|巡察|巡视|直属机关工|直工委|老干部局|保密|国家安全委|[省市区县]委(?!托|员会)",
          AgencyType.ZONE,
              "(?:开发区|新区|园区|示范区|管理区|度假区|试验区|实验区|名胜区|风景区|合作区|特区|新城|基地)(?:管理委员会|管委会|管理局)?(?:（.*）)?$|管委会$|区管理委员会$",
          AgencyType.INSTITUTION,
              "(?:中心|所|站|馆|队|园|台|社|场|库|宫|研究院|科学院|设计院|福利院|敬老院|养老院|服务处|管理处|管护|基地|公司|段|团|林场|总站|大队|支队|总队|剧院)(?:（.*）)?$",
          AgencyType.GOVERNMENT, "(?:局|厅|委员会|委|办公室|办|政府|处|署|部|院|组|监狱|会)(?:（.*）)?$");

  private AgencyTypes() {}

  /** The type of the agency with a name. */
  static Optional<AgencyType> of(String agency) {
    return TABLE.stream()
        .filter(row -> row.getValue().matcher(agency).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static List<Map.Entry<AgencyType, Pattern>> table(Object... rows) {
    List<Map.Entry<AgencyType, Pattern>> table = new ArrayList<>();
    for (int i = 0; i < rows.length; i += 2) {
      table.add(Map.entry((AgencyType) rows[i], Pattern.compile((String) rows[i + 1])));
    }
    return List.copyOf(table);
  }
}
