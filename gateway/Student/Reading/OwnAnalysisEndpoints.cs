using System.Security.Claims;
using Sems.Gateway.Admin.Analysis;
using Sems.Gateway.Student.Access;
using Sems.Storage;
using Sems.Storage.Registry;

namespace Sems.Gateway.Student.Reading;

/// <summary>What the asker's curves say. Another's is answered as one that is not there.</summary>
internal static class OwnAnalysisEndpoints
{
    public static async Task<IResult> Charge(long id, IDatabaseReader database, ChargeAnalyses analyses, ClaimsPrincipal user, CancellationToken cancel) =>
        await database.StudentLedger.FindChargeAsync(StudentUser.Number(user), id, cancel) is { } charge
            ? Results.Ok(await analyses.OfAsync(charge, cancel))
            : OwnChargeEndpoints.Missing();

    public static async Task<IResult> Battery(IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel)
    {
        var student = StudentUser.Number(user);
        return Results.Ok(await BatteryEndpoints.FindAsync(student, database, cancel) ?? BatteryDetailView.Unknown(student, Vehicle.Unknown));
    }
}
