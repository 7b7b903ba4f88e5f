using Sems.Gateway.Access;
using Sems.Gateway.Admin.Registry;

namespace Sems.Gateway.Admin.Students;

/// <summary>Students: lists, and changes of one.</summary>
internal static class StudentRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/students", StudentLists.PageAsync)
            .WithSummary("Students by number, or with sort=-unpaid_fen by what they owe; search is how number, card, user name or phone begins")
            .Produces<StudentPage>().Produces<Problem>(400);
        api.MapGet("/students.csv", StudentLists.CsvAsync).AsStream().WithSummary("The same list as a file, whole; X-Total-Count says how many")
            .Produces(200, contentType: "text/csv").Produces<Problem>(400);
        api.MapGet("/students/{number}", StudentLists.OneAsync).WithSummary("One student").Produces<StudentView>().Produces<Problem>(404);
        var adm = api.MapGroup("").ForAdministrators();
        adm.MapPost("/students", StudentChanges.CreateAsync).WithSummary("Adds a student").Produces<StudentView>(201).Produces<Problem>(400).Produces<Problem>(409);
        Changing(adm.MapPatch("/students/{number}", StudentChanges.EditAsync).WithSummary("Changes phone or bike; null clears")).Produces<Problem>(400);
        Changing(adm.MapPost("/students/{number}/block", StudentChanges.BlockAsync).WithSummary("The next start is refused; a charge that runs goes on"))
            .Produces<Problem>(400);
        Changing(adm.MapPost("/students/{number}/unblock", StudentChanges.UnblockAsync).WithSummary("May start again"));
        Changing(adm.MapPut("/students/{number}/card", StudentChanges.CardAsync)
            .WithSummary("Another card, or none; the one before is worth nothing at once. take_over moves another student's card here"))
            .Produces<Problem>(400).Produces<Problem>(409);
        adm.MapPost("/students/{number}/reset-password", StudentChanges.ResetPasswordAsync).WithSummary("A new random password, answered this once")
            .Produces<PasswordView>().Produces<Problem>(404).Produces<Problem>(409);
        Changing(adm.MapPost("/students/{number}/unbind-wechat", StudentChanges.UnbindWechatAsync).WithSummary("Parts the student from WeChat"));
    }

    private static RouteHandlerBuilder Changing(RouteHandlerBuilder route) => route.Produces<StudentView>().Produces<Problem>(404);
}
