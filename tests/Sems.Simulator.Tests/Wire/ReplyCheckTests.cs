using System.Text;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Wire;

/// <summary>Good and bad replies of every endpoint.</summary>
public class ReplyCheckTests
{
    private const string Json = "application/json; charset=utf-8";

    public static TheoryData<string, string, string> Good { get; } = new()
    {
        { "done", "start", """{"result":1}""" },
        { "done", "end", """{"result":1}""" },
        { "done", "charge", """{"result":1}""" },
        { "done", "charge", """ { "result" : 1 } """ },
        { "busy", "start", """{"result":0,"message":"电表正在使用"}""" },
        { "busy", "start", """{"message":"电表正在使用","result":0}""" },
        { "jack", "checkStudent", """{"student_number":1030412535,"username":"jack","result":1}""" },
        { "unregistered", "checkStudent", """{"student_number":1030412535,"username":null,"result":0,"message":"你的账号未注册"}""" },
        { "blocked", "checkStudent", """{"student_number":1030412535,"username":"jack","result":0,"message":"你的账号被封啦"}""" },
        { "unknown", "checkStudent", """{"student_number":null,"result":0,"message":"序列号没有对应的学号"}""" },
        { "zero", "checkStudent", """{"student_number":"0030412535","username":"jack","result":1}""" },
        { "map", "AmmeterControl", """{"21652":"1","54855":"0"}""" },
        { "money", "money", """{"money":1.12}""" },
        { "money", "money", """{"money":1.1}""" },
        { "money", "money", """{"money":2}""" },
    };

    public static TheoryData<string, string, string, string> Bad { get; } = new()
    {
        { "done", "charge", """{"result":0,"message":"没有正在进行的充电"}""", "expected result 1" },
        { "done", "charge", """{"result":-1,"message":"系统异常"}""", "expected result 1" },
        { "done", "charge", """{"result":0}""", "without a message" },
        { "done", "charge", """{"result":2}""", "not 1, 0 or -1" },
        { "done", "charge", """{"result":"1"}""", "not 1, 0 or -1" },
        { "done", "charge", """{"result":1,"message":"ok"}""", "with a message" },
        { "done", "charge", """{"result":1,"id":7}""", "'id' is not part" },
        { "done", "charge", """{"result":1,"result":1}""", "comes twice" },
        { "done", "charge", """{"result":1}{}""", "not JSON" },
        { "done", "charge", """{"result":1""", "not JSON" },
        { "done", "charge", "[]", "not a JSON object" },
        { "done", "charge", "", "not JSON" },
        { "done", "charge", "{}", "'result' is missing" },
        { "done", "end", """{"result":0,"message":"卡号与充电记录不符"}""", "expected result 1" },
        { "busy", "start", """{"result":1}""", "accepted, expected a refusal" },
        { "busy", "start", """{"result":0,"message":"电表已锁定"}""", "expected a refusal: 电表正在使用" },
        { "busy", "start", """{"result":0,"message":"\u7535表正在使用"}""", "escaped" },
        { "jack", "checkStudent", """{"student_number":1030412536,"username":"jack","result":1}""", "student 1030412536" },
        { "jack", "checkStudent", """{"student_number":"1030412535","username":"jack","result":1}""", "wrong JSON type" },
        { "zero", "checkStudent", """{"student_number":30412535,"username":"jack","result":1}""", "student 30412535" },
        { "jack", "checkStudent", """{"student_number":1030412535,"username":"jill","result":1}""", "username 'jill'" },
        { "jack", "checkStudent", """{"student_number":1030412535,"result":1}""", "'username' is missing" },
        { "jack", "checkStudent", """{"student_number":null,"result":0,"message":"序列号没有对应的学号"}""", "expected result 1" },
        { "unregistered", "checkStudent", """{"student_number":1030412535,"username":"jack","result":0,"message":"你的账号未注册"}""", "username 'jack'" },
        { "unknown", "checkStudent", """{"student_number":5,"result":0,"message":"序列号没有对应的学号"}""", "has a student" },
        { "map", "AmmeterControl", """{"21652":"1"}""", "54855 is missing" },
        { "map", "AmmeterControl", """{"21652":"1","54855":"0","7":"2"}""", "3 meters, expected 2" },
        { "map", "AmmeterControl", """{"21652":"4","54855":"0"}""", "no value of" },
        { "map", "AmmeterControl", """{"21652":1,"54855":"0"}""", "no value of" },
        { "map", "AmmeterControl", """{"result":0,"message":"充电站不存在"}""", "no map of meters" },
        { "map", "AmmeterControl", """{"21652":"1","54855":"0","result":1}""", "does not have a result" },
        { "money", "money", """{"money":0.99}""", "went down" },
        { "money", "money", """{"money":1.125}""", "more than two decimals" },
        { "money", "money", """{"money":-1}""", "negative" },
        { "money", "money", """{"money":"1.12"}""", "not a number" },
        { "money", "money", """{"result":0,"message":"电表不存在"}""", "no money" },
        { "money", "money", "{}", "'money' is missing" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_reply_as_the_protocol_says_is_taken(string situation, string endpoint, string body) =>
        Assert.Null(Check(situation, endpoint, 200, Json, body));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Any_other_reply_is_named(string situation, string endpoint, string body, string reason) =>
        Assert.Contains(reason, Check(situation, endpoint, 200, Json, body), StringComparison.Ordinal);

    [Theory]
    [InlineData(500, Json, "status 500")]
    [InlineData(404, Json, "status 404")]
    [InlineData(200, "text/plain; charset=utf-8", "content type 'text/plain")]
    [InlineData(200, "application/json", "content type 'application/json'")]
    [InlineData(200, null, "content type ''")]
    public void Status_and_content_type_are_checked(int status, string? contentType, string reason) =>
        Assert.Contains(reason, Check("done", "charge", status, contentType, """{"result":1}"""), StringComparison.Ordinal);

    private static string? Check(string situation, string endpoint, int status, string? contentType, string body)
    {
        var where = ServiceEndpoints.All.Single(e => e.Name() == endpoint);
        var reply = ReplyParser.Parse(where, status, contentType, Encoding.UTF8.GetBytes(body), out var fault);
        Assert.Equal(reply is null, fault is not null);
        return fault ?? Expectation(situation).Violation(reply!);
    }

    private static ReplyExpectation Expectation(string situation) => situation switch
    {
        "done" => ReplyExpectation.Done,
        "busy" => ReplyExpectation.Refused(Refusals.AmmeterBusy),
        "jack" => ReplyExpectation.Student("1030412535", "jack", true),
        "zero" => ReplyExpectation.Student("0030412535", "jack", true),
        "unregistered" => ReplyExpectation.Student("1030412535", null, false, Refusals.NotRegistered),
        "blocked" => ReplyExpectation.Student("1030412535", "jack", false, Refusals.Blocked),
        "unknown" => ReplyExpectation.Student(null, null, false, Refusals.UnknownCard),
        "map" => ReplyExpectation.Control(["21652", "54855"], exact: true),
        "money" => ReplyExpectation.MoneyFrom(1.00m),
        _ => throw new ArgumentOutOfRangeException(nameof(situation)),
    };
}
