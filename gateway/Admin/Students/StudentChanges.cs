using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Sems.Gateway.Admin.Registry;
using Sems.GrainInterfaces;
using Sems.Silo;
using Sems.Storage;

namespace Sems.Gateway.Admin.Students;

/// <summary>Changes of a student.</summary>
internal static class StudentChanges
{
    private const int LongestReason = 200;
    private const int PasswordLength = 10;
    private const string PasswordLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    public static async Task<IResult> CreateAsync(
        StudentRequest request, IGrainFactory grains, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (number, card) = (FieldReader.Tidy(request.StudentNumber), FieldReader.Tidy(request.CardNumber));
        var fields = Read(request);
        if ((FieldReader.NumberFault("student_number", number) ?? FieldReader.TextFault("card_number", card) ?? fields.Fault) is { } fault)
            return RegistryWords.Bad(fault);
        var answer = await Grain(grains, number!).Create(card, fields.Edits, Name(user));
        if (answer.Refusal != RegistryRefusal.None) return RegistryWords.Refused(answer.Refusal, answer.Holder);
        var student = await database.Registry.FindStudentEntryAsync(number!, cancel);
        return Results.Created($"/api/admin/students/{Uri.EscapeDataString(number!)}", StudentView.Of(student!));
    }

    public static async Task<IResult> EditAsync(
        string number, StudentRequest request, IGrainFactory grains, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel)
    {
        var fields = Read(request);
        return fields.Fault is { } fault
            ? RegistryWords.Bad(fault)
            : await DoneAsync(number, await Grain(grains, number).Edit(fields.Edits, Name(user)), database, grains, cancel);
    }

    public static async Task<IResult> BlockAsync(
        string number, BlockRequest? request, IGrainFactory grains, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel)
    {
        var reason = FieldReader.Tidy(request?.Reason);
        return FieldReader.TextFault("reason", reason, LongestReason) is { } fault
            ? RegistryWords.Bad(fault)
            : await DoneAsync(number, await Grain(grains, number).SetBlocked(true, reason, Name(user)), database, grains, cancel);
    }

    public static async Task<IResult> UnblockAsync(
        string number, IGrainFactory grains, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel) =>
        await DoneAsync(number, await Grain(grains, number).SetBlocked(false, null, Name(user)), database, grains, cancel);

    public static async Task<IResult> CardAsync(
        string number, CardRequest request, IGrainFactory grains, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (request.CardNumber.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) return RegistryWords.Bad("card_number 必须是卡号，取消卡号用 null");
        var card = FieldReader.Tidy(request.CardNumber.GetString());
        return FieldReader.TextFault("card_number", card) is { } fault
            ? RegistryWords.Bad(fault)
            : await DoneAsync(number, await Grain(grains, number).ChangeCard(card, request.TakeOver == true, Name(user)), database, grains, cancel);
    }

    public static async Task<IResult> ResetPasswordAsync(string number, IGrainFactory grains, ClaimsPrincipal user, HttpResponse response)
    {
        var password = RandomNumberGenerator.GetString(PasswordLetters, PasswordLength);
        var answer = await Grain(grains, number).SetPassword(AdministratorAccount.Hash(password), Name(user));
        if (answer.Refusal != RegistryRefusal.None) return RegistryWords.Refused(answer.Refusal);
        response.Headers.CacheControl = "no-store";
        return Results.Ok(new PasswordView(password));
    }

    public static async Task<IResult> UnbindWechatAsync(
        string number, IGrainFactory grains, IDatabaseReader database, ClaimsPrincipal user, CancellationToken cancel) =>
        await DoneAsync(number, await Grain(grains, number).UnbindWechat(Name(user)), database, grains, cancel);

    private static FieldReader Read(StudentRequest request)
    {
        var fields = new FieldReader();
        fields.Text("phone", request.Phone);
        fields.Vehicle(request.Vehicle);
        return fields;
    }

    private static async Task<IResult> DoneAsync(string number, RegistryAnswer answer, IDatabaseReader database, IGrainFactory grains, CancellationToken cancel) =>
        answer.Refusal == RegistryRefusal.None
            ? await StudentLists.OneAsync(number, database, grains, cancel)
            : RegistryWords.Refused(answer.Refusal, answer.Holder);

    private static string Name(ClaimsPrincipal user) => user.Identity?.Name ?? "?";

    private static IStudentGrain Grain(IGrainFactory grains, string number) => grains.GetGrain<IStudentGrain>(RouteText.Of(number));
}
