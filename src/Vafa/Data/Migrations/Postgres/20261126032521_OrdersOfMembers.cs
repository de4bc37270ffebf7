using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OrdersOfMembers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(name: "ix_member_spent_id", table: "member", columns: new[] { "spent", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_visits_id",
                table: "member",
                columns: new[] { "visits", "id" }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_member_spent_id", table: "member");

            migrationBuilder.DropIndex(name: "ix_member_visits_id", table: "member");
        }
    }
}
