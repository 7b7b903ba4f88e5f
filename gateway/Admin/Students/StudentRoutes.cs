namespace Sems.Gateway.Admin.Students;

/// <summary>Students: lists, and changes of one.</summary>
internal static class StudentRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/students", StudentLists.PageAsync)
            .WithSummary("Students by number, or with sort=-unpaid_fen by what they owe; search is how number, card, user name or phone begins")
            .Produces<StudentPage>().Produces<Problem>(400);
        api.MapGet("/students.csv", StudentLists.CsvAsync).WithSummary("The same list as a file, whole; X-Total-Count says how many")
            .Produces(200, contentType: "text/csv").Produces<Problem>(400);
        api.MapGet("/students/{number}", StudentLists.OneAsync).WithSummary("One student").Produces<StudentView>().Produces<Problem>(404);
    }
}
