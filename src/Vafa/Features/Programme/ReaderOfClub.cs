using Vafa.Features.Programme.Logo;
using Vafa.Ui;

namespace Vafa.Features.Programme;

/// <summary>Tells a page's reader whose shop it is, how it looks, and in what calendar and words it writes.</summary>
internal sealed class ReaderOfClub(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Reader reader, ProgrammeStore programmes)
    {
        if (Pages.IsPage(context))
        {
            var club = await programmes.Newest(context.RequestAborted);
            reader.Wear(club.Settings.Colour, LogoApi.PathOf(club.Settings.Logo));
            reader.At(club.Settings.Name, club.Time, club.Wording(reader.Persian));
        }

        await next(context);
    }
}
