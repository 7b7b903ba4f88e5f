using Microsoft.AspNetCore.Mvc;
using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.Gateway.Student.Access;
using Sems.Gateway.Student.Reading;
using Sems.Gateway.WeChat;

namespace Sems.Gateway.Student;

/// <summary>The students' API: its services and its routes.</summary>
public static class StudentRoutes
{
    /// <summary>Adds what the students' API needs.</summary>
    public static void AddStudentApi(this IServiceCollection services)
    {
        services.AddSingleton<StudentBook>();
        services.AddSingleton<StudentAttempts>();
        services.AddSingleton<StudentDesk>();
        services.AddSingleton<StudentCookie>();
        services.AddSingleton<StudentSignIn>();
        services.AddSingleton<ProvenOpenid>();
        services.AddStudentReading();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Add(StudentAccessJson.Default));
    }

    /// <summary>Maps <c>/api/student</c>. What a student may not see is answered as if it were not there.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/student").ForStudents().WithTags("student").WithMetadata(new RequestSizeLimitAttribute(ApiLimits.MostBytes))
            .AddEndpointFilter(new BlankRoute());
        api.WithRequestTimeout(ApiTimeouts.Policy);
        StudentSessionEndpoints.Map(api);
        StudentRegistration.Map(api);
        StudentMe.Map(api);
        StudentPasswords.Map(api);
        StudentSockets.Map(api);
        ReadingRoutes.Map(api);
        WechatRoutes.MapScript(api);
    }
}
