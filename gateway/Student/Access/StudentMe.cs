using System.Security.Claims;
using Sems.Gateway.Admin;
using Sems.Gateway.Admin.Registry;
using Sems.Gateway.Admin.Students;
using Sems.Gateway.WeChat;
using Sems.GrainInterfaces;
using Sems.Storage;

namespace Sems.Gateway.Student.Access;

/// <summary>The student who asks: who they are, their bike, their WeChat.</summary>
internal static class StudentMe
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", Get).WithSummary("Oneself").Produces<MeView>();
        api.MapPatch("/me", Edit).WithSummary("Changes one's phone or bike; null or an empty text clears").Produces<MeView>().Produces<Problem>(400);
        api.MapPost("/wechat", Bind).WithSummary("Binds oneself to the openid that this browser has proven").Produces<MeView>().Produces<Problem>(400).Produces<Problem>(409);
        api.MapDelete("/wechat", Unbind).WithSummary("Parts oneself from WeChat; sign-ins by WeChat end").Produces<MeView>();
    }

    private static Task<IResult> Get(ClaimsPrincipal user, IGrainFactory grains, IDatabaseReader database, CancellationToken cancel) =>
        ViewAsync(StudentUser.Number(user), grains, database, cancel);

    private static async Task<IResult> Edit(
        MeRequest request, ClaimsPrincipal user, StudentBook students, IGrainFactory grains, IDatabaseReader database, CancellationToken cancel)
    {
        var fields = new FieldReader();
        fields.Text("phone", request.Phone);
        fields.Text("brand", request.Brand);
        fields.Text("model", request.Model);
        fields.Text("battery_type", request.BatteryType);
        fields.Number("rated_voltage", request.RatedVoltage, 0, FieldReader.HighestRating);
        fields.Number("rated_ah", request.RatedAh, 0, FieldReader.HighestRating);
        if (fields.Fault is { } fault) return RegistryWords.Bad(fault);
        var number = StudentUser.Number(user);
        var answer = await Grain(grains, number).EditOwn(fields.Edits);
        students.Forget(number);
        return await DoneAsync(number, answer, grains, database, cancel);
    }

    private static async Task<IResult> Bind(
        HttpContext context, ProvenOpenid proven, StudentBook students, StudentSignIn signIn, IGrainFactory grains, IDatabaseReader database, CancellationToken cancel)
    {
        if (proven.Read(context) is not { } openid) return Results.BadRequest(new Problem("还没有确认您的微信，请在微信中打开本页面后再试"));
        var number = StudentUser.Number(context.User);
        var answer = await Grain(grains, number).BindWechat(openid);
        students.Forget(number);
        if (answer.Refusal == RegistryRefusal.None)
        {
            proven.Clear(context);
            if (StudentClaims.ByOf(context.User) == StudentSignInBy.Wechat) await signIn.RenewAsync(context); // it stood on the openid before
        }
        return await DoneAsync(number, answer, grains, database, cancel);
    }

    private static async Task<IResult> Unbind(ClaimsPrincipal user, StudentBook students, IGrainFactory grains, IDatabaseReader database, CancellationToken cancel)
    {
        var number = StudentUser.Number(user);
        var answer = await Grain(grains, number).BindWechat(null);
        students.Forget(number);
        return await DoneAsync(number, answer, grains, database, cancel);
    }

    private static async Task<IResult> DoneAsync(string number, RegistryAnswer answer, IGrainFactory grains, IDatabaseReader database, CancellationToken cancel) =>
        answer.Refusal == RegistryRefusal.None ? await ViewAsync(number, grains, database, cancel) : RegistryWords.Refused(answer.Refusal);

    private static async Task<IResult> ViewAsync(string number, IGrainFactory grains, IDatabaseReader database, CancellationToken cancel)
    {
        if (await database.Registry.FindStudentAsync(number, cancel) is not { } s) return Results.NotFound(new Problem("学号不存在"));
        var grain = Grain(grains, number);
        var standing = await grain.Standing().WaitAsync(cancel);
        var follows = s.WechatOpenid is null ? null : await grain.DoesFollow().WaitAsync(cancel);
        var vehicle = new VehicleView(s.Vehicle.Brand, s.Vehicle.Model, s.Vehicle.BatteryType, s.Vehicle.RatedVoltage, s.Vehicle.RatedAh);
        return Results.Ok(new MeView(
            s.StudentNumber, s.UserName ?? "", s.CardNumber, s.Phone, vehicle, s.Blocked, s.BlockedReason, new MeWechatView(s.WechatOpenid is not null, follows),
            new MeStandingView([.. standing.Obstacles.Select(StudentWords.Obstacle)], standing.ArrearsLimitFen)));
    }

    private static IStudentGrain Grain(IGrainFactory grains, string number) => grains.GetGrain<IStudentGrain>(number);
}
