using Sems.Simulator.Campus;

namespace Sems.Simulator.Tests.Fake;

/// <summary>This assembly started as a demo's server: <c>dotnet … demo --urls U --data D --import C --clock-epoch-real … --speed X</c>.</summary>
public static class FakeServerProgram
{
    /// <summary>A misdeed for tests, by environment: die, refuse-samples.</summary>
    public const string Misdeed = "SEMS_FAKE_MISDEED";

    public static async Task<int> Main(string[] args)
    {
        string Option(string name) => args[Array.IndexOf(args, name) + 1];
        if (Environment.GetEnvironmentVariable(Misdeed) == "die")
        {
            Console.Error.WriteLine("the fake server dies as it was told");
            return 7;
        }

        if (args is ["wechat", ..]) return 0;
        foreach (var name in new[] { "--data", "--clock-epoch-real", "--clock-epoch-sim", "--speed" })
            if (args[0] != "demo" || Array.IndexOf(args, name) < 0)
                return 3;

        var sems = new FakeSems(CampusCsv.Read(Option("--import")));
        if (Environment.GetEnvironmentVariable(Misdeed) == "refuse-samples")
            sems.Override = r => r.Name == "charge" && r.Raw("time").EndsWith('7') ? (200, """{"result":-1,"message":"系统异常"}""") : null;
        await using var server = await FakeServer.StartAsync(sems, Option("--urls"), Environment.GetEnvironmentVariable("SEMS_ADMIN_PASSWORD")!);
        Console.WriteLine("the fake server listens");
        await server.WaitAsync();
        return 0;
    }
}
