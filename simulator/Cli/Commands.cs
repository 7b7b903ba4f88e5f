using System.CommandLine;
using Sems.Simulator.Campus;
using Sems.Simulator.Demo;

namespace Sems.Simulator.Cli;

/// <summary>The verbs and their options.</summary>
public static class Commands
{
    /// <summary>All verbs.</summary>
    /// <param name="stop">Set by Ctrl-C or SIGTERM.</param>
    public static RootCommand Create(CancellationToken stop) => new("Simulated charging stations that speak the station protocol.")
    {
        Demo(stop), Run(stop), Campus(), WechatCommand.Create(stop),
    };

    private static Command Demo(CancellationToken stop)
    {
        var server = new Option<string>("--server") { Description = "The server's sems-gateway.dll.", Required = true };
        var seconds = Seconds("End by itself after so many seconds, with a summary.");
        var replay = new Option<string?>("--replay") { Description = "Also play a recorded charge (CSV: time,current_a,energy[,voltage_v][,power_w])." };
        var data = new Option<string?>("--data") { Description = "Keep the data there; a temporary folder otherwise." };
        var storage = new Option<string?>("--storage") { Description = "The server's PostgreSQL database; SQLite in the data directory otherwise." };
        var urls = new Option<string?>("--urls") { Description = "Where the server listens; http://127.0.0.1:5080, or a free port, otherwise." };
        var speed = Speed(480);
        var seed = Seed();
        var command = new Command("demo", "A living campus: a server of its own, demo data and stations at an accelerated clock.")
        {
            server, seconds, replay, data, storage, urls, speed, seed,
        };
        command.SetAction((parsed, _) => new DemoRunner(
            new DemoOptions(
                parsed.GetRequiredValue(server), parsed.GetValue(seconds), parsed.GetValue(replay), parsed.GetValue(data), parsed.GetValue(urls),
                parsed.GetValue(speed), parsed.GetValue(seed), parsed.GetValue(storage)),
            TimeProvider.System).RunAsync(stop));
        return command;
    }

    private static Command Run(CancellationToken stop)
    {
        var urls = new Option<string>("--urls") { Description = "The running server's address.", Required = true };
        var campus = new Option<string?>("--campus") { Description = "Directory of the CSV files the server has imported; a generated campus otherwise." };
        var seconds = Seconds("End after so many seconds.");
        var speed = Speed(1);
        var seed = Seed();
        var meters = Count("--meters", "Meters of a generated campus.", 40);
        var stations = Count("--stations", "Stations of a generated campus.", 4);
        var command = new Command("run", "Only the stations, against a running server.") { urls, campus, speed, seconds, seed, meters, stations };
        command.SetAction((parsed, _) => new StationRunner(
            new RunOptions(
                parsed.GetRequiredValue(urls), parsed.GetValue(campus), parsed.GetValue(speed), parsed.GetValue(seconds), parsed.GetValue(seed),
                parsed.GetValue(stations), parsed.GetValue(meters)),
            TimeProvider.System).RunAsync(stop));
        return command;
    }

    private static Command Campus()
    {
        var directory = new Argument<string>("directory") { Description = "Where students.csv, stations.csv and ammeters.csv are written." };
        var stations = Count("--stations", "How many stations.", CampusSize.Demo.Stations);
        var meters = Count("--meters-per-station", "How many meters each has.", CampusSize.Demo.AmmetersPerStation);
        var students = Count("--students", "How many students.", CampusSize.Demo.Students);
        var seed = Seed();
        var command = new Command("campus", "Writes the files of a campus and nothing else.") { directory, stations, meters, students, seed };
        command.SetAction(parsed =>
        {
            var size = new CampusSize(parsed.GetValue(stations), parsed.GetValue(meters), parsed.GetValue(students));
            CampusCsv.Write(parsed.GetRequiredValue(directory), CampusGenerator.Generate(size, parsed.GetValue(seed)));
        });
        return command;
    }

    private static Option<double?> Seconds(string description) => Positive(new Option<double?>("--seconds") { Description = description });

    private static Option<double> Speed(double usual) =>
        Positive(new Option<double>("--speed") { Description = "Simulated seconds in a real second.", DefaultValueFactory = _ => usual });

    private static Option<int> Seed() => new("--seed") { Description = "Decides campus, bikes and students.", DefaultValueFactory = _ => 1 };

    private static Option<int> Count(string name, string description, int usual) =>
        Positive(new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual });

    private static Option<T> Positive<T>(Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (!result.Tokens.All(t => double.TryParse(t.Value, out var number) && number > 0)) result.AddError($"{option.Name} must be above 0");
        });
        return option;
    }
}
