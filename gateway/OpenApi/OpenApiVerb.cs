using System.CommandLine;

namespace Sems.Gateway.OpenApi;

/// <summary><c>openapi FILE</c>: writes the document, which types of clients are made from. Needs no data directory and listens to nothing.</summary>
internal static class OpenApiVerb
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "Where to write it" };
        var verb = new Command("openapi", "Write the OpenAPI document to a file") { file };
        verb.SetAction((parsed, cancel) => WriteAsync(parsed.GetValue(file)!, cancel));
        return verb;
    }

    private static async Task<int> WriteAsync(string file, CancellationToken cancel)
    {
        try
        {
            var text = await DocumentHost.WriteAsync(cancel);
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } directory) Directory.CreateDirectory(directory);
            await File.WriteAllTextAsync(file, text, cancel);
            Console.WriteLine($"The OpenAPI document is in {file}");
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The OpenAPI document cannot be written to {file}: {fault.Message}");
            return 1;
        }
    }
}
