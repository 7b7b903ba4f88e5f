using System.Globalization;
using System.Security.Claims;
using Sems.Gateway.Admin;
using Sems.Gateway.Live;
using Sems.Gateway.Student.Access;
using Sems.Gateway.Student.Reading;
using Sems.Storage;

namespace Sems.Gateway.Student.Live;

/// <summary>What students look on at.</summary>
internal static class StudentLive
{
    /// <summary>The stream of the asker's own topics; whose they are is the server's to say.</summary>
    public static async Task<IResult> Listen(
        string? topics, LiveDoor door, LiveSettings settings, StudentBook students, IDatabaseReader database, ClaimsPrincipal user, HttpContext context, CancellationToken cancel)
    {
        var student = StudentUser.Number(user);
        if (LiveTopic.Fault(topics, student, out var wanted) is { } fault) return Results.BadRequest(new Problem(fault));
        foreach (var topic in wanted.Where(t => t.Kind == "session"))
            if (await database.StudentLedger.FindChargeAsync(student, long.Parse(topic.Argument, CultureInfo.InvariantCulture), cancel) is null) return OwnChargeEndpoints.Missing();
        return door.Open(context, settings.OfStudents, wanted, students);
    }
}
