using System.Security.Claims;

namespace Sems.Gateway.Student.Access;

/// <summary>The student who asks.</summary>
internal static class StudentUser
{
    /// <summary>The student number; behind <c>ForStudents()</c> there always is one.</summary>
    public static string Number(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in: the route is not for students");

    /// <summary>Whose doing it is, for records: student/NUMBER.</summary>
    public static string By(ClaimsPrincipal user) => "student/" + Number(user);
}
