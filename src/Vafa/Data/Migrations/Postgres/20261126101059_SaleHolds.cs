using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SaleHolds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "sale_hold",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_guest = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sale_hold", x => x.id);
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_sale_hold_expires_at",
                table: "sale_hold",
                column: "expires_at",
                filter: "state = 0"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "sale_hold");
        }
    }
}
