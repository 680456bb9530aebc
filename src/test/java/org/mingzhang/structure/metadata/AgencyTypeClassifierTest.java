package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.model.AgencyType;

class AgencyTypeClassifierTest {
  @TestFactory
  Stream<DynamicTest> the_name_determines_the_agency_type() {
    return """
    湖北省财政厅 | 政府部门
    武汉市卫生健康委员会 | 政府部门
    武汉市人民政府办公厅 | 政府部门
    武汉市公安局汉阳区分局 | 政府部门
    武汉市地方志编纂委员会办公室 | 政府部门
    湖北省汉川监狱 | 政府部门
    中共上海市普陀区委社会工作部 | 党委部门
    中共武汉市纪律检查委员会 | 党委部门
    武汉市监察委员会 | 党委部门
    武汉市江汉区委老干部局 | 党委部门
    中共武汉市委党校 | 事业单位
    武汉市人大常委会办公室 | 人大政协
    政协汉阳区委员会办公室 | 人大政协
    汉阳区人民法院 | 法院检察院
    湖北省人民检察院 | 法院检察院
    洪江区总工会 | 群团组织
    武汉市工商业联合会 | 群团组织
    民盟武汉市委员会 | 群团组织
    共青团宜昌市委员会 | 群团组织
    武汉市红十字会 | 群团组织
    武汉市总工会职工服务中心 | 事业单位
    江岸区后湖街道办事处 | 街道乡镇
    汉川市马口镇人民政府 | 街道乡镇
    石鼓镇 | 街道乡镇
    汉川市马口镇中心学校 | 学校
    武汉音乐学院 | 学校
    柳州市第一中学 | 学校
    武汉市第一聋校 | 学校
    社会科学院 | 事业单位
    武汉市第六医院 | 医疗卫生机构
    江岸区一元路街道社区卫生服务中心 | 医疗卫生机构
    阜阳市颍州区疾病预防控制中心 | 医疗卫生机构
    武汉市图书馆 | 事业单位
    武汉市交通运输综合执法支队 | 事业单位
    武汉经济技术开发区管理委员会 | 功能区
    """
        .lines()
        .map(line -> line.split(" \\| "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () ->
                        assertThat(AgencyTypeClassifier.classify(row[0]).map(AgencyType::label))
                            .hasValue(row[1])));
  }
}
