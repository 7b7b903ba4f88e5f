using System.Globalization;
using System.Text;
using Sems.GrainInterfaces;
using Sems.Storage;
using Sems.Storage.Registry;

namespace Sems.Gateway.Admin.Students;

/// <summary>Lists of students, read from storage.</summary>
internal static class StudentLists
{
    private const int RowsPerRead = 2000;

    private static readonly string[] Header =
    [
        "student_number", "card_number", "username", "blocked", "blocked_reason", "phone", "brand", "model", "battery_type", "rated_voltage", "rated_ah",
        "wechat_bound", "unpaid_fen", "unpaid_bills",
    ];

    public static async Task<IResult> PageAsync(
        IDatabaseReader database, [AsParameters] StudentQuery query, int? page, int? pageSize, CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (query.Fault() is { } other) return Results.BadRequest(new Problem(other));
        var found = await database.Registry.ReadStudentsAsync(query.Filter(), page ?? 1, pageSize ?? PageText.UsualPerPage, cancel);
        return Results.Ok(new StudentPage([.. found.Items.Select(StudentView.Of)], found.Total));
    }

    public static async Task<IResult> OneAsync(string number, IDatabaseReader database, IGrainFactory grains, CancellationToken cancel)
    {
        if (await database.Registry.FindStudentEntryAsync(RouteText.Of(number), cancel) is not { } student) return Results.NotFound(new Problem("学号不存在"));
        var standing = await grains.GetGrain<IStudentGrain>(student.Student.StudentNumber).Standing().WaitAsync(cancel);
        return Results.Ok(StudentView.Of(student, standing));
    }

    public static async Task<IResult> CsvAsync(IDatabaseReader database, [AsParameters] StudentQuery query, HttpResponse response, CancellationToken cancel)
    {
        if (query.Fault() is { } fault) return Results.BadRequest(new Problem(fault));
        var filter = query.Filter();
        var first = await database.Registry.ReadStudentsAsync(filter, 1, RowsPerRead, cancel);
        response.Headers["X-Total-Count"] = first.Total.ToString(CultureInfo.InvariantCulture);
        return Results.Stream(body => WriteAsync(body, database, filter, first.Items, cancel), "text/csv; charset=utf-8", "students.csv");
    }

    private static async Task WriteAsync(
        Stream body, IDatabaseReader database, StudentFilter filter, IReadOnlyList<StudentEntry> rows, CancellationToken cancel)
    {
        await using var text = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync(string.Join(',', Header));
        for (var page = 2; ; page++)
        {
            foreach (var row in rows) await text.WriteLineAsync(CsvText.Row(Cells(row).Select(CsvText.Plain)));
            await text.FlushAsync(cancel);
            if (rows.Count < RowsPerRead) return;
            rows = (await database.Registry.ReadStudentsAsync(filter, page, RowsPerRead, cancel)).Items;
        }
    }

    private static IEnumerable<object?> Cells(StudentEntry entry)
    {
        var s = entry.Student;
        return
        [
            s.StudentNumber, s.CardNumber, s.UserName, s.Blocked ? 1 : 0, s.BlockedReason, s.Phone, s.Vehicle.Brand, s.Vehicle.Model, s.Vehicle.BatteryType,
            s.Vehicle.RatedVoltage, s.Vehicle.RatedAh, s.WechatOpenid is null ? 0 : 1, entry.UnpaidFen, entry.UnpaidBills,
        ];
    }
}
